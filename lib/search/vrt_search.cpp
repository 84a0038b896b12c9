#include "search/vrt_search.h"

#include <algorithm>

#include "search/noting_run.h"
#include "search/token_table_builder.h"
#include "search/vrt_table.h"

namespace lede::search {
namespace {

constexpr std::size_t kBatch = std::size_t{8} << 20;  // bytes that are searched at once

bool by_place(const TokenHit& a, const TokenHit& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.end < b.end;
}

}  // namespace

VrtSearch::VrtSearch(const std::vector<PatternSearch>& patterns, Strategy strategy,
                     std::vector<std::string> columns)
    : patterns_(patterns),
      strategy_(strategy),
      columns_(std::move(columns)),
      taken_ends_(patterns.size()) {}

std::vector<VrtSection> VrtSearch::add(std::string section) {
    if (columns_.empty()) columns_ = vrt_columns(section);
    open_bytes_ += section.size();
    open_.push_back({.bytes = std::move(section), .number = sections_++});
    return open_bytes_ < kBatch ? std::vector<VrtSection>() : search(false);
}

std::vector<VrtSection> VrtSearch::finish() { return search(true); }

std::vector<VrtSection> VrtSearch::search(bool at_end) {
    TokenTableBuilder builder(vrt_attributes(columns_));
    std::vector<std::uint32_t> begins;
    for (VrtSection& section : open_) {
        begins.push_back(builder.size());
        add_vrt(section.bytes, columns_, builder);
        section.tokens = builder.size() - begins.back();
    }
    const TokenTable& table = builder.finish();
    // A match near the end may go on in the next section.
    const std::uint32_t sure = table.size - std::min(table.size, at_end ? 0 : kLongestMatch);
    std::vector<TokenHit> hits;
    for (std::size_t i = 0; i < patterns_.size() && sure > searched_; ++i) {
        std::vector<TokenHit> found =
            patterns_[i].find_each_begin(table, strategy_, searched_, sure);
        std::vector<std::uint64_t>& taken = taken_ends_[i];
        if (strategy_ != Strategy::kShortest)
            std::erase_if(found, [&](const TokenHit& hit) {
                return strategy_ != Strategy::kAll &&
                       std::ranges::binary_search(taken, tokens_ + hit.end);
            });
        found = keep_one_for_each_end(std::move(found), strategy_);
        for (const TokenHit& hit : found)
            if (hit.end > sure) taken.push_back(tokens_ + hit.end);
        std::erase_if(taken, [&](std::uint64_t end) { return end <= tokens_ + sure; });
        std::ranges::sort(taken);
        hits.insert(hits.end(), found.begin(), found.end());
    }
    std::ranges::sort(hits, by_place);
    hits.erase(std::unique(hits.begin(), hits.end()), hits.end());

    std::vector<VrtSection> done;
    std::size_t hit = 0;
    for (std::size_t i = 0; i < begins.size(); ++i) {
        VrtSection& section = open_[i];
        section.first_token = tokens_ + begins[i];
        const std::uint32_t end = begins[i] + section.tokens;
        for (; hit < hits.size() && hits[hit].begin < end; ++hit)
            section.hits.push_back({hits[hit].begin - begins[i], hits[hit].end - begins[i]});
        if (end <= sure || at_end) done.push_back(std::move(section));
    }
    for (const VrtSection& section : done) open_bytes_ -= section.bytes.size();
    open_.erase(open_.begin(), open_.begin() + static_cast<std::ptrdiff_t>(done.size()));
    const std::uint32_t dropped = open_.empty() ? table.size : begins[done.size()];
    searched_ = std::max(sure, searched_) - std::min(sure, dropped);
    tokens_ += dropped;
    return done;
}

}  // namespace lede::search
