#include "search/automaton.h"

#include <algorithm>
#include <set>
#include <utility>

namespace lede::search {
namespace {

constexpr std::size_t kLongestProgram = 20000;

using Kind = Instruction::Kind;

// What the pattern names and asks, before it is written out.
struct Names {
    std::set<std::string> labels_asked;
    std::set<std::string> opened, closed;  // regions with tags
};

void collect(const Condition& condition, Names& names) {
    for (const Operand* operand : {&condition.left, condition.right ? &*condition.right : nullptr})
        if (operand) {
            names.labels_asked.insert(operand->label);
            names.labels_asked.insert(operand->other_label);
            if (operand->label.empty()) names.labels_asked.insert(operand->name);
        }
    for (const Condition& child : condition.children) collect(child, names);
}

void collect(const Pattern& pattern, Names& names) {
    collect(pattern.condition, names);
    if (pattern.kind == Pattern::Kind::kOpenTag) names.opened.insert(pattern.region);
    if (pattern.kind == Pattern::Kind::kCloseTag) names.closed.insert(pattern.region);
    for (const Pattern& child : pattern.children) collect(child, names);
}

class AutomatonBuilder {
  public:
    std::variant<Automaton, QueryError> build(const PatternQuery& query) {
        Names names;
        collect(query.pattern, names);
        if (query.where) collect(*query.where, names);
        assign_slots(query.pattern, names);
        for (const std::string& region : names.closed)
            if (names.opened.contains(region)) tag_slots_[region] = automaton_.slots++;
        automaton_.is_plain &= automaton_.slots == 0;

        const std::uint32_t accept = add({.kind = Kind::kAccept});
        automaton_.start = write(query.pattern, accept);
        if (query.where) automaton_.where = condition_number(*query.where, {});
        if (error_) return *error_;
        add_anchors(query.pattern, {});
        if (error_) return *error_;  // of what is repeated no times, which nothing wrote
        return std::move(automaton_);
    }

  private:
    void assign_slots(const Pattern& pattern, const Names& names) {
        if (!pattern.label.empty()) {
            const bool is_region = pattern.kind == Pattern::Kind::kRegion;
            const auto [known, is_new] =
                labels_.try_emplace(pattern.label, LabelInfo{automaton_.slots, {}});
            if (is_region) known->second.region = pattern.region;
            if (is_new) ++automaton_.slots;
            if (is_new && !names.labels_asked.contains(pattern.label)) {
                labels_.erase(known);
                --automaton_.slots;
            }
        }
        for (const Pattern& child : pattern.children) assign_slots(child, names);
    }

    std::uint32_t add(Instruction instruction) {
        if (automaton_.program.size() >= kLongestProgram) {
            fail({0, "the query is too long when its repeats are written out"});
            return 0;
        }
        automaton_.program.push_back(instruction);
        return static_cast<std::uint32_t>(automaton_.program.size() - 1);
    }

    void fail(QueryError error) {
        if (!error_) error_ = std::move(error);
    }

    std::uint32_t condition_number(const Condition& condition, const std::string& region) {
        if (condition.kind == Condition::Kind::kTrue) return kNone;
        auto added = automaton_.conditions.add(condition, labels_, region);
        if (auto* error = std::get_if<QueryError>(&added)) {
            fail(std::move(*error));
            return kNone;
        }
        return std::get<std::uint32_t>(added);
    }

    // Each pattern's condition is compiled once, however often a repeat writes it.
    std::uint32_t condition_of(const Pattern& pattern) {
        const auto [known, is_new] = condition_numbers_.try_emplace(&pattern, kNone);
        if (is_new) known->second = condition_number(pattern.condition, pattern.region);
        return known->second;
    }

    std::uint32_t region_number(const std::string& name) {
        const auto known = std::ranges::find(automaton_.regions, name);
        if (known != automaton_.regions.end())
            return static_cast<std::uint32_t>(known - automaton_.regions.begin());
        automaton_.regions.push_back(name);
        return static_cast<std::uint32_t>(automaton_.regions.size() - 1);
    }

    // Writes the pattern so that it goes on at `next`; returns where it begins.
    std::uint32_t write(const Pattern& pattern, std::uint32_t next) {
        if (error_) return next;
        const auto label = labels_.find(pattern.label);
        std::uint32_t begin = write_unlabelled(pattern, next);
        if (label != labels_.end())
            begin = add({.kind = Kind::kNote, .next = begin, .slot = label->second.slot});
        return begin;
    }

    std::uint32_t write_unlabelled(const Pattern& pattern, std::uint32_t next) {
        switch (pattern.kind) {
            case Pattern::Kind::kToken: {
                const std::uint32_t condition = condition_of(pattern);
                if (condition != kNone && !error_)
                    automaton_.is_plain &= automaton_.conditions.node(condition).fixed;
                return add({.kind = Kind::kToken, .next = next, .condition = condition});
            }
            case Pattern::Kind::kSequence:
                for (auto child = pattern.children.rbegin(); child != pattern.children.rend();
                     ++child)
                    next = write(*child, next);
                return next;
            case Pattern::Kind::kEither:
                return write_either(pattern, next);
            case Pattern::Kind::kRepeat:
                return write_repeat(pattern, next);
            default:
                return write_region(pattern, next);
        }
    }

    std::uint32_t write_either(const Pattern& pattern, std::uint32_t next) {
        std::uint32_t begin = write(pattern.children.back(), next);
        for (std::size_t i = pattern.children.size() - 1; i-- > 0;) {
            const std::uint32_t first = write(pattern.children[i], next);
            begin = add({.kind = Kind::kSplit, .next = first, .other = begin});
        }
        return begin;
    }

    std::uint32_t write_repeat(const Pattern& pattern, std::uint32_t next) {
        const Pattern& child = pattern.children.front();
        std::uint32_t begin = next;
        if (pattern.at_most == kUnbounded) {
            const std::uint32_t loop = add({.kind = Kind::kSplit, .other = next});
            const std::uint32_t body = write(child, loop);
            if (!error_) automaton_.program[loop].next = body;
            begin = loop;
        } else {
            for (std::uint32_t i = pattern.at_least; i < pattern.at_most && !error_; ++i)
                begin = add({.kind = Kind::kSplit, .next = write(child, begin), .other = next});
        }
        for (std::uint32_t i = 0; i < pattern.at_least && !error_; ++i) begin = write(child, begin);
        return begin;
    }

    std::uint32_t write_region(const Pattern& pattern, std::uint32_t next) {
        Instruction instruction{.kind = Kind::kOpenTag, .next = next};
        if (pattern.kind == Pattern::Kind::kCloseTag) instruction.kind = Kind::kCloseTag;
        if (pattern.kind == Pattern::Kind::kRegion) {
            instruction.kind = Kind::kRegion;
            automaton_.is_plain = false;
        }
        instruction.condition = condition_of(pattern);
        instruction.region = region_number(pattern.region);
        const auto slot = tag_slots_.find(pattern.region);
        if (slot != tag_slots_.end() && instruction.kind != Kind::kRegion)
            instruction.slot = slot->second;
        return add(instruction);
    }

    // How many tokens a part of the pattern takes.
    struct Length {
        std::uint32_t least = 0;
        std::uint32_t most = 0;
    };

    static std::uint32_t sum(std::uint32_t a, std::uint32_t b) {
        return a == kUnbounded || b == kUnbounded || a + b > kLongestProgram ? kUnbounded : a + b;
    }

    // Notes the tokens that every match holds; `before` is what stands before this part. Returns
    // what stands before the next.
    Length add_anchors(const Pattern& pattern, Length before) {
        switch (pattern.kind) {
            case Pattern::Kind::kToken: {
                const std::uint32_t condition = condition_of(pattern);
                if (condition != kNone && automaton_.conditions.node(condition).fixed)
                    automaton_.anchors.push_back(
                        {.condition = condition, .least = before.least, .most = before.most});
                return {before.least + 1, sum(before.most, 1)};
            }
            case Pattern::Kind::kSequence:
                for (const Pattern& child : pattern.children) before = add_anchors(child, before);
                return before;
            case Pattern::Kind::kEither: {
                Length both{kUnbounded, 0};
                Anchor either;
                for (const Pattern& child : pattern.children) {
                    std::vector<Anchor> outside = std::exchange(automaton_.anchors, {});
                    const Length length = add_anchors(child, before);
                    either.either.push_back(std::exchange(automaton_.anchors, std::move(outside)));
                    both = {std::min(both.least, length.least), std::max(both.most, length.most)};
                }
                automaton_.anchors.push_back(std::move(either));
                return both;
            }
            case Pattern::Kind::kRepeat: {
                const Pattern& child = pattern.children.front();
                const Length length = length_of(child, {});
                if (pattern.at_least > 0) add_anchors(child, before);
                const bool is_open = pattern.at_most == kUnbounded || length.most == kUnbounded;
                return {sum(before.least, length.least * pattern.at_least),
                        sum(before.most, is_open ? kUnbounded : length.most * pattern.at_most)};
            }
            case Pattern::Kind::kCloseTag:
                return before;
            default:
                automaton_.anchors.push_back({.condition = condition_of(pattern),
                                              .region = region_number(pattern.region),
                                              .least = before.least,
                                              .most = before.most,
                                              .is_tag = pattern.kind == Pattern::Kind::kOpenTag});
                if (pattern.kind == Pattern::Kind::kOpenTag) return before;
                return {before.least + 1, kUnbounded};
        }
    }

    // The same without noting anything.
    Length length_of(const Pattern& pattern, Length before) {
        const std::size_t anchors = automaton_.anchors.size();
        const Length after = add_anchors(pattern, before);
        automaton_.anchors.resize(anchors);
        return after;
    }

    Automaton automaton_;
    Labels labels_;
    std::map<std::string, std::uint32_t> tag_slots_;
    std::map<const Pattern*, std::uint32_t> condition_numbers_;
    std::optional<QueryError> error_;
};

}  // namespace

std::variant<Automaton, QueryError> build_automaton(const PatternQuery& query) {
    return AutomatonBuilder().build(query);
}

}  // namespace lede::search
