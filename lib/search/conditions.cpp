#include "search/conditions.h"

#include <algorithm>
#include <array>

namespace lede::search {
namespace {

using From = ConditionSet::Value::From;

}  // namespace

const RegionColumn* find_attribute(const RegionColumns& region, std::string_view name) {
    if (const auto* found = region.attribute(name)) return found;
    if (name.starts_with("meta.")) return region.attribute(name.substr(5));
    if (const auto* found = region.attribute("meta." + std::string(name))) return found;
    return name == "published" ? region.attribute("date") : nullptr;
}

std::variant<std::uint32_t, QueryError> ConditionSet::add(const Condition& condition,
                                                          const Labels& labels,
                                                          const std::string& region) {
    error_.reset();
    tag_region_ = region;
    const std::uint32_t number = add_node(condition, labels);
    if (error_) return *error_;
    return number;
}

std::uint32_t ConditionSet::slot_of(const std::string& label, std::size_t position,
                                    const Labels& labels) {
    const auto known = labels.find(label);
    if (known != labels.end()) return known->second.slot;
    if (!error_) error_ = QueryError{position, "no token is labelled \"" + label + "\""};
    return 0;
}

std::uint32_t ConditionSet::add_value(const Operand& operand, const Labels& labels) {
    Value value{.name = operand.name};
    const auto label = labels.find(operand.label);
    if (operand.kind == Operand::Kind::kConstant) {
        value.from = From::kConstant;
    } else if (operand.kind != Operand::Kind::kAttribute) {
        value.from = From::kDistance;
        value.absolute = operand.kind == Operand::Kind::kAbsoluteDistance;
        value.slot = slot_of(operand.label, operand.position, labels);
        value.other_slot = slot_of(operand.other_label, operand.position, labels);
    } else if (operand.in_tag) {
        value.from = From::kTag;
        value.region = tag_region_;
    } else if (label != labels.end()) {
        value.from = From::kLabel;
        value.slot = label->second.slot;
        value.region = label->second.region;
        value.region_begins = !value.region.empty();
    } else if (operand.label.empty() && labels.contains(operand.name)) {
        value.from = From::kLabel;  // "a" alone: whether it names anything
        value.slot = labels.find(operand.name)->second.slot;
        value.name.clear();
    } else if (operand.label == "matchend") {
        value.from = From::kLast;
    } else if (operand.label != "match" && operand.label != "_") {
        value.region = operand.label;
    }
    values_.push_back(std::move(value));
    return value_count() - 1;
}

void ConditionSet::add_comparison(const Condition& condition, const Labels& labels, Node& node) {
    node.relation = condition.relation;
    if (condition.right) {
        node.right = add_value(*condition.right, labels);
        node.fixed = false;
        return;
    }
    const Value& left = values_[node.left];
    if (left.from == From::kConstant && !error_)
        error_ = QueryError{condition.left.position, "an attribute is missing here"};
    Condition comparison = condition;
    if (!left.region.empty() && left.from != From::kTag && comparison.form == ValueForm::kText)
        comparison.form = ValueForm::kName;
    auto test = ValueTest::make(comparison);
    if (auto* error = std::get_if<QueryError>(&test)) {
        if (!error_) error_ = std::move(*error);
        return;
    }
    node.test = static_cast<std::uint32_t>(tests_.size());
    tests_.push_back(std::get<ValueTest>(std::move(test)));
}

std::uint32_t ConditionSet::add_node(const Condition& condition, const Labels& labels) {
    Node node{.kind = condition.kind};
    std::vector<std::uint32_t> children;
    for (const Condition& child : condition.children) {
        children.push_back(add_node(child, labels));
        node.fixed &= nodes_[children.back()].fixed;
    }
    node.first_child = static_cast<std::uint32_t>(children_.size());
    node.child_count = static_cast<std::uint32_t>(children.size());
    children_.insert(children_.end(), children.begin(), children.end());
    if (condition.kind == Condition::Kind::kExists || condition.kind == Condition::Kind::kCompare) {
        node.left = add_value(condition.left, labels);
        node.fixed = values_[node.left].from == From::kToken;
    }
    if (condition.kind == Condition::Kind::kCompare) add_comparison(condition, labels, node);
    nodes_.push_back(node);
    return node_count() - 1;
}

BoundConditions::BoundConditions(const ConditionSet& set, const TokenTable& table)
    : set_(set), table_(table) {
    for (std::uint32_t i = 0; i < set.value_count(); ++i)
        sources_.push_back(find_source(set.value(i)));
}

BoundConditions::Source BoundConditions::find_source(const ConditionSet::Value& value) const {
    if (value.from == From::kConstant || value.from == From::kDistance || value.name.empty())
        return {};
    Source source;
    if (value.region.empty()) {
        source.column = table_.column(value.name);
        if (source.column) return source;
        source.region = table_.region(value.name);  // [entity]: inside one
        if (source.region) return source;
        // CQP joins a region and its attribute: match.text_date.
        for (std::size_t bar = value.name.find('_'); bar != std::string::npos;
             bar = value.name.find('_', bar + 1)) {
            source.region = table_.region(value.name.substr(0, bar));
            if (!source.region) continue;
            source.attribute = find_attribute(*source.region, value.name.substr(bar + 1));
            if (source.attribute) return source;
        }
        if (value.name.find('_') != std::string::npos) return {};
        std::string known;
        for (const TokenColumn& column : table_.columns) known += ' ' + column.name;
        throw UnknownAttribute("tokens have no attribute \"" + value.name + "\", but" + known);
    }
    source.region = table_.region(value.region);
    if (source.region) source.attribute = find_attribute(*source.region, value.name);
    if (!source.attribute && value.region_begins) source.column = table_.column(value.name);
    return source;
}

std::optional<std::uint32_t> BoundConditions::token_of(const ConditionSet::Value& value,
                                                       const ConditionPlace& place) const {
    if (value.from == From::kLast) return place.last;
    if (value.from != From::kLabel) return place.token;
    const std::uint32_t token = place.labels ? place.labels[value.slot] : kNone;
    return token == kNone ? std::nullopt : std::optional(token);
}

// The region that a value is read of, or kNone.
std::uint32_t BoundConditions::region_of(std::uint32_t number, const ConditionPlace& place) const {
    if (set_.value(number).from == From::kTag) return place.region;
    const auto token = token_of(set_.value(number), place);
    const RegionColumns* const region = sources_[number].region;
    if (!token || !region) return kNone;
    const std::uint32_t begins_here = region->first_from(*token);
    return begins_here != kNone ? begins_here : region->at(*token);
}

std::optional<std::string_view> BoundConditions::read(std::uint32_t number,
                                                      const ConditionPlace& place,
                                                      std::string& scratch) const {
    const ConditionSet::Value& value = set_.value(number);
    if (value.from == From::kConstant) return value.name;
    if (value.from == From::kDistance) {
        const std::uint32_t a = place.labels ? place.labels[value.slot] : kNone;
        const std::uint32_t b = place.labels ? place.labels[value.other_slot] : kNone;
        if (a == kNone || b == kNone) return std::nullopt;
        const std::int64_t distance = std::int64_t{b} - std::int64_t{a};
        scratch = std::to_string(value.absolute && distance < 0 ? -distance : distance);
        return scratch;
    }
    const Source& source = sources_[number];
    if (source.column) {
        const auto token = token_of(value, place);
        if (!token) return std::nullopt;
        return source.column->values[source.column->ids[*token]];
    }
    if (!source.attribute) return std::nullopt;
    const std::uint32_t region = region_of(number, place);
    return region == kNone ? std::nullopt : source.attribute->value(region);
}

bool BoundConditions::exists(std::uint32_t number, const ConditionPlace& place) const {
    const ConditionSet::Value& value = set_.value(number);
    if (value.name.empty()) return token_of(value, place).has_value();
    const Source& source = sources_[number];
    if (source.region && !source.attribute) return region_of(number, place) != kNone;
    std::string scratch;
    const auto text = read(number, place, scratch);
    return text && !text->empty();
}

bool BoundConditions::holds(std::uint32_t condition, const ConditionPlace& place) const {
    const ConditionSet::Node& node = set_.node(condition);
    const auto child_holds = [&](std::uint32_t i) { return holds(set_.child(node, i), place); };
    switch (node.kind) {
        case Condition::Kind::kTrue:
            return true;
        case Condition::Kind::kAnd:
            for (std::uint32_t i = 0; i < node.child_count; ++i)
                if (!child_holds(i)) return false;
            return true;
        case Condition::Kind::kOr:
            for (std::uint32_t i = 0; i < node.child_count; ++i)
                if (child_holds(i)) return true;
            return false;
        case Condition::Kind::kNot:
            return !child_holds(0);
        case Condition::Kind::kExists:
            return exists(node.left, place);
        case Condition::Kind::kCompare:
            break;
    }
    std::string scratch, other_scratch;
    const auto left = read(node.left, place, scratch);
    if (node.test) return set_.test(*node.test).holds(left);
    const auto right = read(*node.right, place, other_scratch);
    if (!left || !right) return false;
    if (node.relation == Relation::kEqual) return *left == *right;
    if (node.relation == Relation::kUnequal) return *left != *right;
    return holds_by_size(*left, node.relation, *right);
}

}  // namespace lede::search
