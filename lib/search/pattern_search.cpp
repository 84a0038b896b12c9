#include "search/pattern_search.h"

#include <algorithm>
#include <unordered_set>

#include "search/automaton.h"
#include "search/match_plan.h"
#include "search/noting_run.h"
#include "search/plain_run.h"
#include "search/position_classes.h"
#include "search/surroundings.h"

namespace lede::search {

// The tokens of MU(meet …), compiled.
struct CompiledMeet {
    std::optional<std::uint32_t> token;  // its condition, or kNone for any
    std::vector<CompiledMeet> pair;
    const Meet* meet = nullptr;
};

struct PatternSearch::Compiled {
    PatternQuery query;
    Automaton automaton;
    std::optional<CompiledMeet> meet;
    std::vector<PatternSearch> operations;  // of the surroundings
};

namespace {

std::variant<CompiledMeet, QueryError> compile_meet(const Meet& meet, ConditionSet& conditions) {
    CompiledMeet compiled{.meet = &meet};
    if (meet.token) {
        compiled.token = kNone;
        if (meet.token->kind == Condition::Kind::kTrue) return compiled;
        auto added = conditions.add(*meet.token, {});
        if (auto* error = std::get_if<QueryError>(&added)) return *error;
        compiled.token = std::get<std::uint32_t>(added);
        return compiled;
    }
    for (const Meet& side : meet.pair) {
        auto inner = compile_meet(side, conditions);
        if (auto* error = std::get_if<QueryError>(&inner)) return *error;
        compiled.pair.push_back(std::get<CompiledMeet>(std::move(inner)));
    }
    return compiled;
}

// The tokens that a meet gives, in [first, last) of the table for the outermost one's.
std::vector<std::uint32_t> tokens_of(const CompiledMeet& meet, const ConditionSet& conditions,
                                     const BoundConditions& bound, const TokenTable& table) {
    std::vector<std::uint32_t> found;
    if (meet.token) {
        const auto holds = [&](std::uint32_t at) {
            return *meet.token == kNone || bound.holds(*meet.token, {.token = at});
        };
        if (auto candidates = candidate_tokens(conditions, bound, *meet.token)) {
            std::erase_if(*candidates, [&](std::uint32_t at) { return !holds(at); });
            return std::move(*candidates);
        }
        for (std::uint32_t at = 0; at < table.size; ++at)
            if (holds(at)) found.push_back(at);
        return found;
    }
    const std::vector<std::uint32_t> left = tokens_of(meet.pair[0], conditions, bound, table);
    const std::vector<std::uint32_t> right = tokens_of(meet.pair[1], conditions, bound, table);
    const RegionColumns* const regions =
        meet.meet->region.empty() ? nullptr : table.region(meet.meet->region);
    for (const std::uint32_t at : left) {
        std::int64_t low = std::int64_t{at} + meet.meet->from;
        std::int64_t high = std::int64_t{at} + meet.meet->to;
        if (!meet.meet->region.empty()) {
            const std::uint32_t region = regions ? regions->at(at) : kNone;
            if (region == kNone) continue;
            low = regions->begins[region];
            high = std::int64_t{regions->end(region)} - 1;
        }
        const auto other = std::ranges::lower_bound(right, low);
        if (other != right.end() && *other <= high) found.push_back(at);
    }
    return found;
}

// The tokens that a pattern of a single token matches, if an index knows them.
std::optional<std::vector<std::uint32_t>> single_tokens(const Automaton& automaton,
                                                        const BoundConditions& bound) {
    const Instruction& only = automaton.program[automaton.start];
    const bool is_single = automaton.is_plain && automaton.where == kNone &&
                           only.kind == Instruction::Kind::kToken &&
                           automaton.program[only.next].kind == Instruction::Kind::kAccept;
    if (!is_single) return std::nullopt;
    return fulfilling_tokens(automaton.conditions, bound, only.condition);
}

// The hits from one begin after the other.
class BeginSearch {
  public:
    BeginSearch(const Automaton& automaton, const BoundConditions& bound, const TokenTable& table,
                const BoundSurroundings& surroundings, Strategy strategy)
        : automaton_(automaton),
          bound_(bound),
          table_(table),
          surroundings_(surroundings),
          strategy_(strategy),
          classes_(automaton, bound, table),
          plain_(automaton, classes_),
          noting_(automaton, bound, table, classes_) {}

    // Requires: begins ascend.
    void from(std::uint32_t begin, std::vector<TokenHit>& hits) {
        if (automaton_.is_plain && !plain_.may_begin(begin)) return;
        if (begin >= stretch_end_) stretch_end_ = table_.stretch_end(begin);
        const std::uint32_t furthest = surroundings_.limit(begin, stretch_end_);
        if (furthest <= begin) return;
        const std::uint32_t limit =
            surroundings_.limits_reach() ? furthest : std::min(furthest, begin + kLongestMatch);
        std::uint32_t last_end = kNone;
        const auto accept = [&](std::uint32_t end, const std::uint32_t* labels) {
            if (end == last_end || !admits(begin, end, labels)) return true;
            last_end = end;
            if (strategy_ == Strategy::kAll) hits.push_back({begin, end});
            return strategy_ == Strategy::kLongest || strategy_ == Strategy::kAll;
        };
        if (automaton_.is_plain)
            plain_.from(begin, limit, [&](std::uint32_t end) { return accept(end, nullptr); });
        else
            noting_.from(begin, limit, furthest, [&](std::uint32_t end, const auto& notes) {
                return accept(end, notes.data());
            });
        if (last_end != kNone && strategy_ != Strategy::kAll) hits.push_back({begin, last_end});
    }

  private:
    bool admits(std::uint32_t begin, std::uint32_t end, const std::uint32_t* labels) const {
        return surroundings_.admits(begin, end) &&
               (automaton_.where == kNone ||
                bound_.holds(automaton_.where,
                             {.token = begin, .last = end - 1, .labels = labels}));
    }

    const Automaton& automaton_;
    const BoundConditions& bound_;
    const TokenTable& table_;
    const BoundSurroundings& surroundings_;
    Strategy strategy_;
    PositionClasses classes_;
    PlainRun plain_;
    NotingRun noting_;
    std::uint32_t stretch_end_ = 0;
};

}  // namespace

std::vector<TokenHit> keep_one_for_each_end(std::vector<TokenHit> hits, Strategy strategy) {
    if (strategy == Strategy::kAll) return hits;
    // Mostly hits follow each other: equal ends stand together.
    if (std::ranges::is_sorted(hits, {}, &TokenHit::end)) {
        const auto same_end = [](const TokenHit& a, const TokenHit& b) { return a.end == b.end; };
        if (strategy == Strategy::kShortest)
            hits.erase(hits.begin(), std::unique(hits.rbegin(), hits.rend(), same_end).base());
        else
            hits.erase(std::unique(hits.begin(), hits.end(), same_end), hits.end());
        return hits;
    }
    std::unordered_set<std::uint32_t> ends;
    const auto is_known = [&](const TokenHit& hit) { return !ends.insert(hit.end).second; };
    if (strategy == Strategy::kShortest) {
        std::ranges::reverse(hits);
        std::erase_if(hits, is_known);
        std::ranges::reverse(hits);
    } else {
        std::erase_if(hits, is_known);
    }
    return hits;
}

PatternSearch::PatternSearch(std::unique_ptr<Compiled> compiled) : compiled_(std::move(compiled)) {}
PatternSearch::~PatternSearch() = default;
PatternSearch::PatternSearch(PatternSearch&&) noexcept = default;

std::variant<PatternSearch, QueryError> PatternSearch::compile(const PatternQuery& query) {
    auto compiled = std::make_unique<Compiled>();
    compiled->query = query;
    if (query.meet) {
        auto meet = compile_meet(*compiled->query.meet, compiled->automaton.conditions);
        if (auto* error = std::get_if<QueryError>(&meet)) return *error;
        compiled->meet = std::get<CompiledMeet>(std::move(meet));
        compiled->automaton.program.emplace_back();
    } else {
        auto automaton = build_automaton(query);
        if (auto* error = std::get_if<QueryError>(&automaton)) return *error;
        compiled->automaton = std::get<Automaton>(std::move(automaton));
    }
    if (compiled->automaton.slots > kMostSlots)
        return QueryError{query.pattern.position, "more than 8 labels and tags to keep apart"};
    for (const Surrounding& surrounding : query.surroundings) {
        if (surrounding.operation.empty()) continue;
        auto operation = compile(surrounding.operation.front());
        if (auto* error = std::get_if<QueryError>(&operation)) return *error;
        compiled->operations.push_back(std::get<PatternSearch>(std::move(operation)));
    }
    return PatternSearch(std::move(compiled));
}

std::vector<TokenHit> PatternSearch::find(const TokenTable& table, Strategy strategy,
                                          std::uint32_t first, std::uint32_t last) const {
    return keep_one_for_each_end(find_each_begin(table, strategy, first, last), strategy);
}

std::vector<TokenHit> PatternSearch::find_each_begin(const TokenTable& table, Strategy strategy,
                                                     std::uint32_t first,
                                                     std::uint32_t last) const {
    const Automaton& automaton = compiled_->automaton;
    const BoundConditions bound(automaton.conditions, table);
    const BoundSurroundings surroundings(compiled_->query.surroundings, compiled_->operations,
                                         table);
    last = std::min(last, table.size);
    std::vector<TokenHit> hits;
    if (compiled_->meet) {
        for (const std::uint32_t at :
             tokens_of(*compiled_->meet, automaton.conditions, bound, table))
            if (at >= first && at < last && surroundings.limit(at, at + 1) > at &&
                surroundings.admits(at, at + 1))
                hits.push_back({at, at + 1});
        return hits;
    }
    if (const auto tokens = single_tokens(automaton, bound)) {
        for (const std::uint32_t at : *tokens)
            if (at >= first && at < last && surroundings.limit(at, at + 1) > at &&
                surroundings.admits(at, at + 1))
                hits.push_back({at, at + 1});
        return hits;
    }
    BeginSearch search(automaton, bound, table, surroundings, strategy);
    const std::vector<BeginRange> ranges =
        plan_begins(automaton, bound, table, compiled_->query.surroundings, {first, last});
    for (const BeginRange& range : ranges)
        for (std::uint32_t begin = range.first; begin < range.last; ++begin)
            search.from(begin, hits);
    return hits;
}

}  // namespace lede::search
