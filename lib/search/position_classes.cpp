#include "search/position_classes.h"

#include <algorithm>

namespace lede::search {
namespace {

constexpr std::uint32_t kRemembered = 1024;  // a power of two
constexpr std::uint32_t kEndClass = 0xFFFFFF;

using Kind = Instruction::Kind;

// A number for each pair, in the order of first sight.
std::uint32_t joined_number(std::unordered_map<std::uint64_t, std::uint32_t>& numbers,
                            std::uint32_t a, std::uint32_t b) {
    return numbers
        .try_emplace(std::uint64_t{a} << 32 | b, static_cast<std::uint32_t>(numbers.size()))
        .first->second;
}

}  // namespace

PositionClasses::PositionClasses(const Automaton& automaton, const BoundConditions& bound,
                                 const TokenTable& table)
    : automaton_(automaton), bound_(bound), table_(table), remembered_(kRemembered) {
    add_sources(automaton.conditions);
    for (std::uint32_t i = 0; i < automaton.program.size(); ++i) {
        const Instruction& instruction = automaton.program[i];
        const bool is_tag =
            instruction.kind == Kind::kOpenTag || instruction.kind == Kind::kCloseTag;
        if (is_tag && instruction.slot == kNone) tags_.push_back(i);
    }
}

// Every fixed comparison of a token belongs to the source that it reads.
void PositionClasses::add_sources(const ConditionSet& set) {
    for (std::uint32_t number = 0; number < set.node_count(); ++number) {
        const ConditionSet::Node& node = set.node(number);
        const bool reads =
            node.kind == Condition::Kind::kCompare || node.kind == Condition::Kind::kExists;
        if (!reads || !node.fixed) continue;
        const BoundConditions::Source& read = bound_.source(node.left);
        if (!read.column && !read.region) continue;
        auto source = std::ranges::find_if(sources_, [&](const Source& known) {
            return known.column == read.column && known.region == read.region;
        });
        if (source == sources_.end()) {
            sources_.push_back({.column = read.column, .region = read.region});
            source = sources_.end() - 1;
            source->answer_of.resize(read.column ? read.column->values.size()
                                                 : read.region->size() + 1);
        }
        source->nodes.push_back(number);
    }
}

std::uint32_t PositionClasses::answer(Source& source, std::uint32_t position) {
    std::uint32_t at = 0;
    if (source.column) {
        at = source.column->ids[position];
    } else {
        const std::uint32_t begins = source.region->first_from(position);
        const std::uint32_t region = begins != kNone ? begins : source.region->at(position);
        at = region == kNone ? source.region->size() : region;
    }
    std::uint32_t& known = source.answer_of[at];
    if (known != 0) return known;
    std::vector<bool> held;
    held.reserve(source.nodes.size());
    for (const std::uint32_t node : source.nodes)
        held.push_back(bound_.holds(node, {.token = position}));
    known = source.answers
                .try_emplace(std::move(held), static_cast<std::uint32_t>(source.answers.size() + 1))
                .first->second;
    return known;
}

bool PositionClasses::has_tag(std::uint32_t number, std::uint32_t position) const {
    const Instruction& instruction = automaton_.program[number];
    const RegionColumns* const regions = table_.region(automaton_.regions[instruction.region]);
    if (!regions) return false;
    if (instruction.kind == Kind::kOpenTag) {
        for (std::uint32_t i = regions->first_from(position);
             i < regions->size() && regions->begins[i] == position; ++i)
            if (instruction.condition == kNone ||
                bound_.holds(instruction.condition, {.token = position, .region = i}))
                return true;
        return false;
    }
    if (position == 0) return false;
    for (std::uint32_t i = regions->at(position - 1); i != kNone; i = regions->outer[i] - 1)
        if (regions->end(i) == position) return true;
    return false;
}

std::uint32_t PositionClasses::tag_answer(std::uint32_t position) {
    std::vector<bool> held;
    held.reserve(tags_.size());
    for (const std::uint32_t tag : tags_) held.push_back(has_tag(tag, position));
    return tag_answers_
        .try_emplace(std::move(held), static_cast<std::uint32_t>(tag_answers_.size()))
        .first->second;
}

std::uint32_t PositionClasses::compute(std::uint32_t position) {
    std::uint32_t joined = 0;
    if (position == table_.size) {
        joined = kEndClass;
    } else {
        for (Source& source : sources_)
            joined = joined_number(source.joined, joined, answer(source, position));
    }
    const std::uint32_t tags = tags_.empty() ? 0 : tag_answer(position);
    const std::uint32_t cls = joined_number(joined_tags_, joined, tags);
    if (cls == passes_.size()) describe(cls, position);
    return cls;
}

// Asks every instruction about one position, which stands for its class.
void PositionClasses::describe(std::uint32_t cls, std::uint32_t position) {
    passes_.resize(cls + 1);
    std::vector<bool>& passes = passes_[cls];
    passes.resize(automaton_.program.size());
    for (std::uint32_t i = 0; i < automaton_.program.size(); ++i) {
        const Instruction& instruction = automaton_.program[i];
        if (instruction.kind == Kind::kToken && position < table_.size) {
            const std::uint32_t condition = instruction.condition;
            passes[i] = condition == kNone || (automaton_.conditions.node(condition).fixed &&
                                               bound_.holds(condition, {.token = position}));
        }
    }
    for (const std::uint32_t tag : tags_) passes[tag] = has_tag(tag, position);
}

std::uint32_t PositionClasses::at(std::uint32_t position) {
    Remembered& remembered = remembered_[position & (kRemembered - 1)];
    if (remembered.position != position) remembered = {position, compute(position)};
    return remembered.cls;
}

}  // namespace lede::search
