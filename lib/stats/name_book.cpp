#include "stats/name_book.h"

#include <algorithm>
#include <set>
#include <vector>

#include "relations/identity.h"
#include "writing/row_writer.h"

namespace lede::stats {
namespace {

using Tally = std::map<std::string, std::uint64_t>;

// Ties go to the first: keys come in code point order.
Tally::const_iterator most_frequent(const Tally& tally) {
    return std::max_element(tally.begin(), tally.end(),
                            [](const auto& a, const auto& b) { return a.second < b.second; });
}

void add_all(const Tally& from, Tally& to) {
    for (const auto& [key, count] : from) to[key] += count;
}

}  // namespace

const std::string& NamedThing::name() const { return most_frequent(names)->first; }

std::string NamedThing::link() const {
    return links.empty() ? std::string() : most_frequent(links)->first;
}

void NameBook::add(const Document& document) {
    const std::vector<std::string> keys = relations::identity_keys(document);
    const std::vector<EntityType> types = relations::entity_types(document);
    std::set<std::string_view> seen;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const Entity& entity = document.entities[i];
        NamedThing& thing =
            things_.try_emplace(keys[i], NamedThing{types[i], {}, {}, {}}).first->second;
        ++thing.names[entity.name];
        if (!entity.link.empty()) ++thing.links[entity.link];
        if (seen.insert(keys[i]).second) ++thing.articles;
    }
    for (const Mention& mention : document.mentions) {
        if (mention.entity == kNone) continue;
        NamedThing& thing = things_.at(keys[mention.entity]);
        std::string form;
        writing::append_collapsed(form, document.text_of(mention.place.span));
        ++thing.forms[form];
        ++thing.mentions;
    }
}

void NameBook::merge(const NameBook& other) {
    for (const auto& [key, from] : other.things_) {
        // Of one key in two types the first in their order stays, whoever comes first.
        NamedThing& to = things_.try_emplace(key, NamedThing{from.type, {}, {}, {}}).first->second;
        to.type = std::min(to.type, from.type);
        add_all(from.names, to.names);
        add_all(from.forms, to.forms);
        add_all(from.links, to.links);
        to.articles += from.articles;
        to.mentions += from.mentions;
    }
}

}  // namespace lede::stats
