#include "search/condition_parser.h"

#include <array>
#include <utility>

namespace lede::search {
namespace {

constexpr std::size_t kDeepest = 100;  // nested groups; more is no query a person wrote

}  // namespace

std::nullopt_t ConditionParser::fail(std::string what) {
    if (error_.what.empty()) error_ = {cursor_.position(), std::move(what)};
    return std::nullopt;
}

std::optional<Condition> ConditionParser::parse() {
    error_ = {};
    return parse_list(0, "|", Condition::Kind::kOr);
}

// a | b, each of a & b, each of a single condition.
std::optional<Condition> ConditionParser::parse_list(std::size_t depth, std::string_view mark,
                                                     Condition::Kind kind) {
    Condition list{.kind = kind};
    do {
        auto item = kind == Condition::Kind::kOr ? parse_list(depth, "&", Condition::Kind::kAnd)
                                                 : parse_single(depth);
        if (!item) return std::nullopt;
        list.children.push_back(std::move(*item));
    } while (cursor_.take(mark));
    if (list.children.size() == 1) return std::move(list.children.front());
    return list;
}

std::optional<Condition> ConditionParser::parse_single(std::size_t depth) {
    if (depth > kDeepest) return fail("nested too deeply");
    if (cursor_.take("!")) {
        auto inner = parse_single(depth + 1);
        if (!inner) return std::nullopt;
        Condition negation{.kind = Condition::Kind::kNot};
        negation.children.push_back(std::move(*inner));
        return negation;
    }
    if (cursor_.take("(")) {
        auto inner = parse_list(depth + 1, "|", Condition::Kind::kOr);
        if (inner && !cursor_.take(")")) return fail("\")\" is missing");
        return inner;
    }
    auto left = parse_operand();
    if (!left) return std::nullopt;
    return parse_comparison(std::move(*left));
}

std::optional<std::string> ConditionParser::take_dotted_name() {
    auto name = cursor_.take_name();
    while (name && cursor_.take(".")) {
        auto more = cursor_.take_name();
        if (!more) return fail("a name is missing after \".\"");
        *name += '.' + *more;
    }
    return name;
}

std::optional<Operand> ConditionParser::parse_operand() {
    Operand operand{.position = cursor_.position()};
    if (auto number = cursor_.take_ordered()) {
        operand.kind = Operand::Kind::kConstant;
        operand.name = std::move(*number);
        return operand;
    }
    auto name = cursor_.take_name();
    if (!name) return fail("an attribute is missing here, as in lower=\"korea\"");
    if (cursor_.sees("(")) return parse_distance(*name);
    if (cursor_.take(".")) {
        auto attribute = take_dotted_name();
        if (!attribute) return fail("an attribute is missing after \".\"");
        operand.label = std::move(*name);
        operand.name = std::move(*attribute);
    } else {
        operand.name = std::move(*name);
    }
    return operand;
}

std::optional<Operand> ConditionParser::parse_distance(std::string_view name) {
    Operand operand{.kind = Operand::Kind::kDistance, .position = cursor_.position()};
    if (name == "distabs")
        operand.kind = Operand::Kind::kAbsoluteDistance;
    else if (name != "distance" && name != "dist")
        return fail("no such function: there are distance(a,b) and distabs(a,b)");
    cursor_.take("(");
    auto first = cursor_.take_name();
    const bool comma = cursor_.take(",");
    auto second = cursor_.take_name();
    if (!first || !comma || !second || !cursor_.take(")"))
        return fail("distance wants two labels: distance(a,b)");
    operand.label = std::move(*first);
    operand.other_label = std::move(*second);
    return operand;
}

std::optional<Relation> ConditionParser::take_relation() {
    static constexpr std::array<std::pair<std::string_view, Relation>, 6> kRelations = {
        {{"!=", Relation::kUnequal},
         {"<=", Relation::kLessOrEqual},
         {">=", Relation::kGreaterOrEqual},
         {"=", Relation::kEqual},
         {"<", Relation::kLess},
         {">", Relation::kGreater}}};
    for (const auto& [mark, relation] : kRelations)
        if (cursor_.take(mark)) return relation;
    return std::nullopt;
}

std::optional<Condition> ConditionParser::parse_comparison(Operand left) {
    const auto relation = take_relation();
    if (!relation) return Condition{.kind = Condition::Kind::kExists, .left = std::move(left)};
    return parse_value(std::move(left), *relation);
}

std::optional<Condition> ConditionParser::parse_value(Operand left, Relation relation) {
    error_ = {};
    Condition condition{
        .kind = Condition::Kind::kCompare, .left = std::move(left), .relation = relation};
    const bool is_size = relation != Relation::kEqual && relation != Relation::kUnequal;
    const std::size_t before = cursor_.mark();
    const bool is_literal =
        cursor_.take("l") && cursor_.position() == cursor_.mark() && cursor_.sees_string();
    if (!is_literal) cursor_.go_back(before);
    if (cursor_.sees_string()) {
        auto value = cursor_.take_string();
        if (!value) return fail("the closing quote mark is missing");
        condition.value = std::move(*value);
        condition.form = is_size      ? ValueForm::kOrdered
                         : is_literal ? ValueForm::kLiteral
                                      : ValueForm::kText;
        if (!parse_flags(condition)) return std::nullopt;
        return condition;
    }
    if (auto value = cursor_.take_ordered()) {
        condition.value = std::move(*value);
        condition.form = ValueForm::kOrdered;
        return condition;
    }
    auto right = parse_operand();
    if (!right) return fail("a value is missing here: \"…\", a number, a day or label.attribute");
    condition.right = std::move(right);
    return condition;
}

bool ConditionParser::parse_flags(Condition& condition) {
    if (!cursor_.take("%")) return true;
    bool any = false;
    // A blank ends the flags: in "x"%c d:[] the d is a label.
    for (std::size_t here = cursor_.mark(); cursor_.position() == here; here = cursor_.mark()) {
        if (cursor_.take("c"))
            condition.fold_case = true;
        else if (cursor_.take("d"))
            condition.fold_diacritics = true;
        else if (cursor_.take("l"))
            condition.form = ValueForm::kLiteral;
        else
            break;
        any = true;
    }
    if (!any) fail("flags are %c (any case), %d (any accents), %l (literal)");
    return error_.what.empty();
}

}  // namespace lede::search
