#include "search/match_plan.h"

#include <algorithm>
#include <iterator>

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
        auto best = find_rarest(automaton_.anchors, false);
        if (!best || best->cost > kWorthAScan) {
            auto scanned = find_rarest(automaton_.anchors, true);
            if (scanned && (!best || scanned->cost < best->cost)) best = std::move(scanned);
        }
        // Every token is about as quickly looked at as found.
        if (!best || best->cost > table_.size / 4) return {all_};
        std::vector<BeginRange> ranges;
        for (const Choice& choice : best->choices) {
            std::vector<BeginRange> more;
            for (const std::uint32_t position : positions(choice))
                add_range(*choice.anchor, position, more);
            ranges = ranges.empty() ? std::move(more) : joined(ranges, more);
        }
        return ranges;
    }

  private:
    // Where to look for one anchor.
    struct Choice {
        const Anchor* anchor;
        std::vector<Candidates> candidates;  // none: a region
    };
    struct Choices {
        std::vector<Choice> choices;  // every match holds one of them
        std::uint64_t cost = 0;
    };

    // How far before the anchor a match may begin is known.
    bool is_usable(const Anchor& anchor) const {
        return anchor.most != kUnbounded || limit_ || (!reach_is_limited_ && !has_regions_);
    }

    std::optional<Choices> find_rarest(const std::vector<Anchor>& anchors, bool scan) const {
        std::optional<Choices> best;
        for (const Anchor& anchor : anchors) {
            auto found = anchor.either.empty() ? choose(anchor, scan) : choose_each(anchor, scan);
            if (found && (!best || found->cost < best->cost)) best = std::move(found);
        }
        return best;
    }

    std::optional<Choices> choose(const Anchor& anchor, bool scan) const {
        if (!is_usable(anchor)) return std::nullopt;
        Choices one;
        one.choices.push_back({&anchor, {}});
        if (anchor.region != kNone) {
            const RegionColumns* const regions = table_.region(automaton_.regions[anchor.region]);
            one.cost = regions ? regions->size() : 0;
            return one;
        }
        auto found = CandidateFinder(automaton_.conditions, bound_).find(anchor.condition, scan);
        if (!found) return std::nullopt;
        one.cost = CandidateFinder::tokens(*found);
        one.choices.front().candidates = std::move(*found);
        return one;
    }

    std::optional<Choices> choose_each(const Anchor& anchor, bool scan) const {
        Choices all;
        for (const std::vector<Anchor>& group : anchor.either) {
            auto found = find_rarest(group, scan);
            if (!found) return std::nullopt;
            all.cost += found->cost;
            for (Choice& choice : found->choices) all.choices.push_back(std::move(choice));
        }
        return all;
    }

    std::vector<std::uint32_t> positions(const Choice& choice) const {
        const Anchor& anchor = *choice.anchor;
        if (anchor.region == kNone) return CandidateFinder::positions(choice.candidates);
        std::vector<std::uint32_t> begins;
        const RegionColumns* const regions = table_.region(automaton_.regions[anchor.region]);
        for (std::uint32_t i = 0; regions && i < regions->size(); ++i) {
            const bool is_static = anchor.condition == kNone;
            const std::uint32_t begin = regions->begins[i];
            if (is_static || bound_.holds(anchor.condition, {.token = begin, .region = i}))
                if (begins.empty() || begins.back() != begin) begins.push_back(begin);
        }
        return begins;
    }

    // Both lists as one, in order, without overlap.
    static std::vector<BeginRange> joined(const std::vector<BeginRange>& a,
                                          const std::vector<BeginRange>& b) {
        std::vector<BeginRange> all;
        all.reserve(a.size() + b.size());
        const auto first = [](const BeginRange& range) { return range.first; };
        std::ranges::merge(a, b, std::back_inserter(all), {}, first, first);
        std::size_t kept = 0;
        for (const BeginRange& range : all) {
            if (kept > 0 && range.first <= all[kept - 1].last)
                all[kept - 1].last = std::max(all[kept - 1].last, range.last);
            else
                all[kept++] = range;
        }
        all.resize(kept);
        return all;
    }

    // The begin of the outermost region that holds the token, or kNone.
    std::uint32_t limit_begin(std::uint32_t token) const {
        std::uint32_t region = token < table_.size ? limit_->at(token) : kNone;
        if (region == kNone) return kNone;
        while (limit_->outer[region] != 0 && limit_->end(limit_->outer[region] - 1) > token)
            region = limit_->outer[region] - 1;
        return limit_->begins[region];
    }

    void add_range(const Anchor& anchor, std::uint32_t position,
                   std::vector<BeginRange>& ranges) const {
        if (position < anchor.least) return;
        const std::uint32_t last = position - anchor.least + 1;
        std::uint32_t first = position - std::min(position, anchor.most);
        if (anchor.most == kUnbounded || anchor.most > kLongestMatch) {
            first = position - std::min(position, kLongestMatch);
            if (limit_) {
                const std::uint32_t behind = limit_begin(position);
                // What ends before a tag lies in the region before it.
                const std::uint32_t before =
                    anchor.is_tag && position > 0 ? limit_begin(position - 1) : kNone;
                if (behind == kNone && before == kNone) return;
                first = std::min(behind, before);
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
};

}  // namespace

std::vector<BeginRange> plan_begins(const Automaton& automaton, const BoundConditions& bound,
                                    const TokenTable& table,
                                    const std::vector<Surrounding>& surroundings, BeginRange all) {
    const auto has_postings = [](const TokenColumn& column) { return column.postings.has_value(); };
    if (std::ranges::none_of(table.columns, has_postings)) return {all};
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

std::optional<std::vector<std::uint32_t>> fulfilling_tokens(const ConditionSet& conditions,
                                                            const BoundConditions& bound,
                                                            std::uint32_t condition) {
    if (condition == kNone) return std::nullopt;
    const ConditionSet::Node& node = conditions.node(condition);
    // Of a & b the postings tell the tokens of one only.
    bool is_exact = node.kind == Condition::Kind::kCompare;
    if (node.kind == Condition::Kind::kOr) {
        is_exact = true;
        for (std::uint32_t i = 0; i < node.child_count; ++i)
            is_exact &=
                conditions.node(conditions.child(node, i)).kind == Condition::Kind::kCompare;
    }
    return is_exact ? candidate_tokens(conditions, bound, condition) : std::nullopt;
}

}  // namespace lede::search
