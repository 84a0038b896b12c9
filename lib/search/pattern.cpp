#include "search/pattern.h"

namespace lede::search {
namespace {

void add_name(std::string_view name, Layers& layers) {
    const auto is_of = [&](std::string_view region) {
        return name == region ||
               (name.starts_with(region) && name.substr(region.size()).starts_with('_'));
    };
    if (name == "lemma") layers.add(Layer::kLemmas);
    if (name == "upos") layers.add(Layer::kUpos);
    if (name == "xpos") layers.add(Layer::kXpos);
    if (is_of("entity")) layers.add(Layer::kEntities);
    if (is_of("date")) layers.add(Layer::kDates);
    if (is_of("citation")) layers.add(Layer::kCitations);
    if (is_of("quote")) layers = layers | Layers{Layer::kQuotes, Layer::kEntities};
}

void add_operand(const Operand& operand, Layers& layers) {
    add_name(operand.label, layers);
    if (!operand.in_tag) add_name(operand.name, layers);
}

void add_condition(const Condition& condition, Layers& layers) {
    add_operand(condition.left, layers);
    if (condition.right) add_operand(*condition.right, layers);
    for (const Condition& child : condition.children) add_condition(child, layers);
}

void add_pattern(const Pattern& pattern, Layers& layers) {
    add_name(pattern.region, layers);
    add_condition(pattern.condition, layers);
    for (const Pattern& child : pattern.children) add_pattern(child, layers);
}

void add_meet(const Meet& meet, Layers& layers) {
    add_name(meet.region, layers);
    if (meet.token) add_condition(*meet.token, layers);
    for (const Meet& side : meet.pair) add_meet(side, layers);
}

}  // namespace

Layers layers_of(std::string_view name) {
    Layers layers;
    add_name(name, layers);
    return layers;
}

Layers layers_of(const PatternQuery& query) {
    Layers layers{Layer::kSentences, Layer::kTokens};
    add_pattern(query.pattern, layers);
    if (query.meet) add_meet(*query.meet, layers);
    if (query.where) add_condition(*query.where, layers);
    for (const Surrounding& surrounding : query.surroundings) {
        add_name(surrounding.region, layers);
        for (const PatternQuery& operation : surrounding.operation)
            layers = layers | layers_of(operation);
    }
    return layers;
}

}  // namespace lede::search
