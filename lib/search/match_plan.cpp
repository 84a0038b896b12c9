#include "search/match_plan.h"

#include <algorithm>

#include "search/noting_run.h"

namespace lede::search {
namespace {

// Looking for a regex among all distinct values costs about as much as looking at so many tokens.
constexpr std::uint64_t kWorthAScan = 100000;

// Values of one column, one of which every fulfilling token has.
struct Candidates {
    const TokenColumn* column = nullptr;
    std::vector<std::uint32_t> values;
    std::uint64_t tokens = 0;
};

class CandidateFinder {
  public:
    CandidateFinder(const ConditionSet& conditions, const BoundConditions& bound)
        : conditions_(conditions), bound_(bound) {}

    // `scan` allows trying a regex on every distinct value.
    std::optional<std::vector<Candidates>> find(std::uint32_t number, bool scan) const {
        const ConditionSet::Node& node = conditions_.node(number);
        std::optional<std::vector<Candidates>> best;
        switch (node.kind) {
            case Condition::Kind::kCompare:
                return compare(node, scan);
            case Condition::Kind::kAnd:
                for (std::uint32_t i = 0; i < node.child_count; ++i) {
                    auto found = find(conditions_.child(node, i), scan);
                    if (found && (!best || tokens(*found) < tokens(*best))) best = std::move(found);
                }
                return best;
            case Condition::Kind::kOr:
                best.emplace();
                for (std::uint32_t i = 0; i < node.child_count; ++i) {
                    auto found = find(conditions_.child(node, i), scan);
                    if (!found) return std::nullopt;
                    best->insert(best->end(), found->begin(), found->end());
                }
                return best;
            default:
                return std::nullopt;
        }
    }

    static std::uint64_t tokens(const std::vector<Candidates>& all) {
        std::uint64_t sum = 0;
        for (const Candidates& one : all) sum += one.tokens;
        return sum;
    }

    static std::vector<std::uint32_t> positions(const std::vector<Candidates>& all) {
        std::vector<std::uint32_t> found;
        std::size_t lists = 0;
        for (const Candidates& one : all)
            for (const std::uint32_t value : one.values) {
                one.column->postings->append(value, found);
                ++lists;
            }
        if (lists > 1) {
            std::ranges::sort(found);
            found.erase(std::unique(found.begin(), found.end()), found.end());
        }
        return found;
    }

  private:
    std::optional<std::vector<Candidates>> compare(const ConditionSet::Node& node,
                                                   bool scan) const {
        const TokenColumn* const column = bound_.source(node.left).column;
        if (!node.test || !column || !column->postings) return std::nullopt;
        const ValueTest& test = conditions_.test(*node.test);
        Candidates found{.column = column};
        const auto take = [&](std::uint32_t value) {
            found.values.push_back(value);
            found.tokens += column->postings->count(value);
        };
        if (test.only_values()) {
            for (const std::string& text : *test.only_values()) {
                const std::uint32_t value = first_not_below(column->values, text);
                if (value < column->values.size() && column->values[value] == text) take(value);
            }
        } else if (scan) {
            for (std::uint32_t value = 0; value < column->values.size(); ++value)
                if (test.holds(column->values[value])) take(value);
        } else {
            return std::nullopt;
        }
        return std::vector<Candidates>{std::move(found)};
    }

    static std::uint32_t first_not_below(const Strings& values, std::string_view text) {
        std::uint32_t low = 0;
        for (std::uint32_t high = values.size(); low < high;) {
            const std::uint32_t middle = low + (high - low) / 2;
            if (values[middle] < text)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    const ConditionSet& conditions_;
    const BoundConditions& bound_;
};

class Planner {
  public:
    Planner(const Automaton& automaton, const BoundConditions& bound, const TokenTable& table,
            const std::vector<Surrounding>& surroundings, BeginRange all)
        : automaton_(automaton), bound_(bound), table_(table), all_(all) {
        for (const Surrounding& surrounding : surroundings) {
            if (surrounding.negated || surrounding.kind == Surrounding::Kind::kContaining) continue;
            reach_is_limited_ = true;
            if (surrounding.kind == Surrounding::Kind::kWithinRegion && surrounding.count == 1)
                limit_ = table.region(surrounding.region);
        }
        for (const Instruction& instruction : automaton.program)
            has_regions_ |= instruction.kind == Instruction::Kind::kRegion;
    }

    std::vector<BeginRange> plan() {
        find_rarest(false);
        if (!best_ || cost_ > kWorthAScan) find_rarest(true);
        // Every token is about as quickly looked at as found.
        if (!best_ || cost_ > table_.size / 4) return {all_};
        std::vector<BeginRange> ranges;
        for (const std::uint32_t position : best_positions()) add_range(position, ranges);
        return ranges;
    }

  private:
    // How far before the anchor a match may begin is known.
    bool is_usable(const Anchor& anchor) const {
        return anchor.most != kUnbounded || limit_ || (!reach_is_limited_ && !has_regions_);
    }

    void find_rarest(bool scan) {
        const CandidateFinder finder(automaton_.conditions, bound_);
        for (const Anchor& anchor : automaton_.anchors) {
            if (!is_usable(anchor)) continue;
            if (anchor.region != kNone) {
                const RegionColumns* const regions =
                    table_.region(automaton_.regions[anchor.region]);
                const std::uint64_t cost = regions ? regions->size() : 0;
                if (!best_ || cost < cost_) best_ = &anchor, cost_ = cost, candidates_.clear();
                continue;
            }
            auto found = finder.find(anchor.condition, scan);
            if (!found) continue;
            const std::uint64_t cost = CandidateFinder::tokens(*found);
            if (best_ && cost >= cost_) continue;
            best_ = &anchor;
            cost_ = cost;
            candidates_ = std::move(*found);
        }
    }

    std::vector<std::uint32_t> best_positions() const {
        if (best_->region == kNone) return CandidateFinder::positions(candidates_);
        std::vector<std::uint32_t> begins;
        const RegionColumns* const regions = table_.region(automaton_.regions[best_->region]);
        for (std::uint32_t i = 0; regions && i < regions->size(); ++i) {
            const bool is_static = best_->condition == kNone;
            const std::uint32_t begin = regions->begins[i];
            if (is_static || bound_.holds(best_->condition, {.token = begin, .region = i}))
                if (begins.empty() || begins.back() != begin) begins.push_back(begin);
        }
        return begins;
    }

    void add_range(std::uint32_t position, std::vector<BeginRange>& ranges) const {
        if (position < best_->least) return;
        const std::uint32_t last = position - best_->least + 1;
        std::uint32_t first = position - std::min(position, best_->most);
        if (best_->most == kUnbounded || best_->most > kLongestMatch) {
            first = position - std::min(position, kLongestMatch);
            if (limit_) {
                std::uint32_t region = limit_->at(position);
                if (region == kNone) return;
                while (limit_->outer[region] != 0 &&
                       limit_->ends[limit_->outer[region] - 1] > position)
                    region = limit_->outer[region] - 1;
                first = limit_->begins[region];
            }
        }
        first = std::max(first, all_.first);
        if (!ranges.empty()) first = std::max(first, ranges.back().last);
        const std::uint32_t end = std::min(last, all_.last);
        if (first >= end) return;
        if (!ranges.empty() && ranges.back().last == first)
            ranges.back().last = end;
        else
            ranges.push_back({first, end});
    }

    const Automaton& automaton_;
    const BoundConditions& bound_;
    const TokenTable& table_;
    BeginRange all_;
    const RegionColumns* limit_ = nullptr;
    bool reach_is_limited_ = false;
    bool has_regions_ = false;
    const Anchor* best_ = nullptr;
    std::uint64_t cost_ = 0;
    std::vector<Candidates> candidates_;
};

}  // namespace

std::vector<BeginRange> plan_begins(const Automaton& automaton, const BoundConditions& bound,
                                    const TokenTable& table,
                                    const std::vector<Surrounding>& surroundings, BeginRange all) {
    if (table.columns.empty() || !table.columns.front().postings) return {all};
    return Planner(automaton, bound, table, surroundings, all).plan();
}

std::optional<std::vector<std::uint32_t>> candidate_tokens(const ConditionSet& conditions,
                                                           const BoundConditions& bound,
                                                           std::uint32_t condition) {
    if (condition == kNone) return std::nullopt;
    const auto found = CandidateFinder(conditions, bound).find(condition, true);
    if (!found) return std::nullopt;
    return CandidateFinder::positions(*found);
}

}  // namespace lede::search
