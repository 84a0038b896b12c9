#include "stats/name_book.h"

#include <algorithm>
#include <set>
#include <vector>

#include "relations/identity.h"
#include "writing/row_writer.h"

namespace lede::stats {
namespace {

// Ties go to the first: keys come in their order, strings in that of code points.
template <typename Counts>
typename Counts::const_iterator most_frequent(const Counts& counts) {
    return std::max_element(counts.begin(), counts.end(),
                            [](const auto& a, const auto& b) { return a.second < b.second; });
}

template <typename Counts>
void add_all(const Counts& from, Counts& to) {
    for (const auto& [key, count] : from) to[key] += count;
}

}  // namespace

const std::string& NamedThing::name() const { return most_frequent(names)->first; }

std::string NamedThing::link() const {
    return links.empty() ? std::string() : most_frequent(links)->first;
}

EntityType NamedThing::type() const { return most_frequent(types)->first; }

std::string_view NameBook::name_of(std::string_view key) const {
    const auto thing = things_.find(key);
    return thing == things_.end() ? key : std::string_view(thing->second.name());
}

void NameBook::add(const Document& document) {
    const std::vector<std::string> keys = relations::identity_keys(document);
    const std::vector<EntityType> types = relations::entity_types(document);
    std::set<std::string_view> seen;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const Entity& entity = document.entities[i];
        NamedThing& thing = things_[keys[i]];
        ++thing.types[types[i]];
        ++thing.names[entity.name];
        if (!entity.link.empty()) ++thing.links[entity.link];
        if (seen.insert(keys[i]).second) ++thing.articles;
    }
    for (const Mention& mention : document.mentions) {
        if (mention.entity == kNone) continue;
        NamedThing& thing = things_.find(keys[mention.entity])->second;
        ++thing.mentions;
        if (!with_forms_) continue;
        std::string form;
        writing::append_collapsed(form, document.text_of(mention.place.span));
        ++thing.forms[form];
    }
}

void NameBook::merge(const NameBook& other) {
    for (const auto& [key, from] : other.things_) {
        NamedThing& to = things_[key];
        add_all(from.types, to.types);
        add_all(from.names, to.names);
        add_all(from.forms, to.forms);
        add_all(from.links, to.links);
        to.articles += from.articles;
        to.mentions += from.mentions;
    }
}

}  // namespace lede::stats
