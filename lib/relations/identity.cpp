#include "relations/identity.h"

#include <array>

#include "text/unicode.h"

namespace lede::relations {
namespace {

// In the order of EntityType.
constexpr std::array<std::string_view, 12> kKinds = {"person", "org",     "place", "place",
                                                     "place",  "norp",    "event", "law",
                                                     "work",   "product", "money", "percent"};

}  // namespace

std::string name_key(EntityType type, std::string_view name) {
    std::string key(kKinds[static_cast<std::size_t>(type)]);
    key += ':';
    const std::size_t begin = key.size();
    bool pending_blank = false;
    for (const char c : unicode::fold(name)) {
        if (c == '.') continue;
        if (unicode::is_ascii_space(c)) {
            pending_blank = key.size() > begin;
            continue;
        }
        if (pending_blank) key += ' ';
        pending_blank = false;
        key += c;
    }
    return key;
}

std::vector<EntityType> entity_types(const Document& document) {
    std::vector<EntityType> types;
    types.reserve(document.entities.size());
    for (const Entity& entity : document.entities) types.push_back(entity.type);
    std::vector<bool> seen(types.size(), false);
    for (const Mention& mention : document.mentions) {
        if (mention.entity == kNone || seen[mention.entity]) continue;
        seen[mention.entity] = true;
        types[mention.entity] = mention.type;
    }
    return types;
}

std::vector<std::string> identity_keys(const Document& document) {
    const std::vector<EntityType> types = entity_types(document);
    std::vector<std::string> keys;
    keys.reserve(types.size());
    for (std::size_t i = 0; i < types.size(); ++i) {
        const Entity& entity = document.entities[i];
        keys.push_back(entity.link.empty() ? name_key(types[i], entity.name) : entity.link);
    }
    for (const Mention& mention : document.mentions) {
        if (mention.entity == kNone || mention.citation == kNone ||
            mention.citation >= document.citations.size())  // a record may lack their layer
            continue;
        const Citation& citation = document.citations[mention.citation];
        const std::string& law = citation.work.empty() ? citation.id : citation.work;
        if (!law.empty()) keys[mention.entity] = law;
    }
    return keys;
}

}  // namespace lede::relations
