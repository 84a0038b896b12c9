#include "search/surroundings.h"

#include <algorithm>

namespace lede::search {

using Kind = Surrounding::Kind;

Stretches::Stretches(std::vector<TokenHit> hits) : hits_(std::move(hits)) {
    furthest_end_.resize(hits_.size());
    nearest_end_.resize(hits_.size());
    std::uint32_t end = 0;
    for (std::size_t i = 0; i < hits_.size(); ++i)
        furthest_end_[i] = end = std::max(end, hits_[i].end);
    end = kNone;
    for (std::size_t i = hits_.size(); i-- > 0;)
        nearest_end_[i] = end = std::min(end, hits_[i].end);
}

std::uint32_t Stretches::end_around(std::uint32_t token) const {
    const auto behind = std::ranges::upper_bound(hits_, token, {}, &TokenHit::begin);
    if (behind == hits_.begin()) return token;
    return std::max(token, furthest_end_[static_cast<std::size_t>(behind - hits_.begin()) - 1]);
}

bool Stretches::has_inside(std::uint32_t begin, std::uint32_t end) const {
    const auto first = std::ranges::lower_bound(hits_, begin, {}, &TokenHit::begin);
    return first != hits_.end() &&
           nearest_end_[static_cast<std::size_t>(first - hits_.begin())] <= end;
}

BoundSurroundings::BoundSurroundings(const std::vector<Surrounding>& surroundings,
                                     const std::vector<PatternSearch>& operations,
                                     const TokenTable& table) {
    auto operation = operations.begin();
    for (const Surrounding& surrounding : surroundings) {
        Part part{.surrounding = &surrounding};
        if (surrounding.kind == Kind::kWithinRegion) part.region = table.region(surrounding.region);
        if (surrounding.kind == Kind::kWithin || surrounding.kind == Kind::kContaining)
            part.stretches.emplace((operation++)
                                       ->find_each_begin(table, surrounding.kind == Kind::kWithin
                                                                    ? Strategy::kLongest
                                                                    : Strategy::kStandard));
        limits_reach_ |= surrounding.kind != Kind::kContaining && !surrounding.negated;
        parts_.push_back(std::move(part));
    }
}

// The end of the region around `begin`, or of the last of so many that follow each other.
std::uint32_t BoundSurroundings::region_limit(const Part& part, std::uint32_t begin) {
    if (!part.region) return begin;
    std::uint32_t region = part.region->at(begin);
    if (region == kNone) return begin;
    // A match that begins in an inner region may lie in an outer one.
    while (part.region->outer[region] != 0 &&
           part.region->end(part.region->outer[region] - 1) > begin)
        region = part.region->outer[region] - 1;
    const std::uint32_t last =
        std::min(region + std::max(part.surrounding->count, 1U) - 1, part.region->size() - 1);
    return part.region->end(last);
}

std::uint32_t BoundSurroundings::limit(std::uint32_t begin, std::uint32_t furthest) const {
    for (const Part& part : parts_) {
        if (part.surrounding->negated) continue;
        if (part.surrounding->kind == Kind::kWithinRegion)
            furthest = std::min(furthest, region_limit(part, begin));
        else if (part.surrounding->kind == Kind::kWithinTokens)
            furthest =
                std::min(furthest, begin + std::min(part.surrounding->count, furthest - begin));
        else if (part.surrounding->kind == Kind::kWithin)
            furthest = std::min(furthest, part.stretches->end_around(begin));
    }
    return furthest;
}

bool BoundSurroundings::admits(std::uint32_t begin, std::uint32_t end) const {
    return std::ranges::all_of(parts_, [&](const Part& part) {
        const Surrounding& surrounding = *part.surrounding;
        if (surrounding.kind == Kind::kContaining)
            return part.stretches->has_inside(begin, end) != surrounding.negated;
        if (!surrounding.negated) return true;  // by the limit
        if (surrounding.kind == Kind::kWithin) return !part.stretches->has_around(begin, end);
        if (surrounding.kind == Kind::kWithinTokens) return end - begin > surrounding.count;
        return region_limit(part, begin) < end || region_limit(part, begin) == begin;
    });
}

}  // namespace lede::search
