#include "dates/parse.h"

namespace lede::dates {
void Parser::parse(std::string_view text, const std::vector<Atom>& atoms, std::size_t begin,
                   std::size_t end) {
    size_ = end - begin;
    constituents_.clear();
    if (beginning_.size() < size_ + 1) beginning_.resize(size_ + 1);
    for (std::size_t i = 0; i <= size_; ++i) beginning_[i].clear();
    for (std::size_t at = size_; at-- > 0;) {
        add_lexical(text, atoms[begin + at], at);
        // Constituents that `extend` adds at this place join the loop.
        for (std::size_t i = 0; i < beginning_[at].size(); ++i) {
            const std::uint32_t corner = beginning_[at][i];
            const std::uint32_t node = grammar_.step(Grammar::kRoot, constituents_[corner].symbol);
            if (node == kNone) continue;
            children_.assign(1, corner);
            extend(node, constituents_[corner].end);
        }
    }
}

void Parser::add_lexical(std::string_view text, const Atom& atom, std::size_t at) {
    if (atom.word != nullptr)
        for (const Term& term : atom.word->terms) add(term.symbol, at, at + 1, term.meaning);
    if (atom.kind != AtomKind::kNumeral) return;
    terms_.clear();
    numerals_.read(atom.span.of(text), atom.shape, terms_);
    for (const Term& term : terms_) add(term.symbol, at, at + 1, term.meaning);
}

void Parser::add(Symbol symbol, std::size_t begin, std::size_t end, const Meaning& meaning) {
    if (constituents_.size() >= kMostConstituents) return;
    for (const std::uint32_t i : beginning_[begin])
        if (constituents_[i].symbol == symbol && constituents_[i].end == end &&
            constituents_[i].meaning.get(Field::kCheck) == meaning.get(Field::kCheck))
            return;
    beginning_[begin].push_back(static_cast<std::uint32_t>(constituents_.size()));
    constituents_.push_back(
        {symbol, static_cast<std::uint16_t>(begin), static_cast<std::uint16_t>(end), meaning});
}

void Parser::extend(std::uint32_t node, std::size_t at) {
    complete(node);
    if (at >= size_ || !grammar_.goes_on(node)) return;
    for (std::size_t i = 0; i < beginning_[at].size(); ++i) {
        const std::uint32_t next = beginning_[at][i];
        const std::uint32_t target = grammar_.step(node, constituents_[next].symbol);
        if (target == kNone) continue;
        children_.push_back(next);
        extend(target, constituents_[next].end);
        children_.pop_back();
    }
}

void Parser::complete(std::uint32_t node) {
    for (const Production& production : grammar_.productions_at(node))
        add(production.left, constituents_[children_.front()].begin,
            constituents_[children_.back()].end, meaning_of(production));
}

std::int32_t Parser::child_at(const Production& production, std::uint8_t element) const {
    for (std::size_t i = 0; i < production.elements.size(); ++i)
        if (production.elements[i] == element) return static_cast<std::int32_t>(children_[i]);
    return Meaning::kUnset;
}

std::int32_t Parser::value_of(const Operand& operand, const Production& production) const {
    if (operand.element == 0) return operand.constant;
    const std::int32_t child = child_at(production, operand.element);
    if (child == Meaning::kUnset) return Meaning::kUnset;
    return constituents_[static_cast<std::size_t>(child)].meaning.get(operand.field);
}

// "the 17th and the 18th", "seven years after the fall": what only an assistant would take for a
// date.
bool Parser::is_doubtful(std::int32_t child) const {
    switch (constituents_[static_cast<std::size_t>(child)].meaning.get(Field::kCheck)) {
        case kLoneDay:
        case kAssistant:
        case kWhole:
        case kOnDay:
        case kPeriodIn:
        case kMarket:
            return true;
        default:
            return false;
    }
}

Meaning Parser::meaning_of(const Production& production) const {
    const std::vector<Assignment>& assignments = grammar_.assignments(production.rule);
    Meaning meaning;
    for (std::size_t i = 0; i < children_.size(); ++i) {
        bool referred = false;
        for (const Assignment& assignment : assignments)
            referred = referred ||
                       (assignment.refers() && assignment.left.element == production.elements[i]);
        if (!referred) meaning.merge(constituents_[children_[i]].meaning);
    }
    for (const Assignment& assignment : assignments) {
        if (assignment.refers() && assignment.left.element != 0) {
            const std::int32_t child = child_at(production, assignment.left.element);
            if (child == Meaning::kUnset) continue;
            meaning.set(assignment.target, child);
            if (assignment.target != Field::kRest && is_doubtful(child))
                meaning.set(Field::kCheck, kDoubtfulEnd);
            continue;
        }
        const std::int32_t left = value_of(assignment.left, production);
        if (assignment.operation == 0) {
            if (left != Meaning::kUnset || assignment.left.element == 0)
                meaning.set(assignment.target, left);
            continue;
        }
        const std::int32_t right = value_of(assignment.right, production);
        if (left == Meaning::kUnset || right == Meaning::kUnset) continue;
        const std::int64_t result = assignment.operation == '+' ? std::int64_t{left} + right
                                                                : std::int64_t{left} * right / 100;
        constexpr std::int64_t kLimit = 1'000'000'000;
        meaning.set(assignment.target,
                    static_cast<std::int32_t>(result > kLimit ? kLimit : result));
    }
    return meaning;
}

}  // namespace lede::dates
