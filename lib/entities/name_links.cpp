#include "entities/name_links.h"

#include <set>
#include <string>

namespace lede::entities {
namespace {

constexpr std::string_view kIso = "iso:";

// "iso:US-GA" -> "US"; empty for other links.
std::string_view country_of(std::string_view link) {
    if (!link.starts_with(kIso)) return {};
    link.remove_prefix(kIso.size());
    return link.substr(0, link.find('-'));
}

bool is_political(EntityType type) {
    return type == EntityType::kGpe || type == EntityType::kNorp || type == EntityType::kLoc;
}

}  // namespace

NameLinks::NameLinks(const Lexicon& lexicon, const Gazetteer& gazetteer)
    : gazetteer_(gazetteer), wikidata_(lexicon.table("entities/wikidata_names")) {}

void NameLinks::link(std::vector<Entity>& entities) const {
    std::set<std::string, std::less<>> countries;
    for (const Entity& entity : entities)
        if (const auto country = country_of(entity.link); !country.empty())
            countries.emplace(country);
    for (Entity& entity : entities) {
        if (!entity.link.empty()) continue;
        if (is_political(entity.type)) {
            std::string_view only;
            std::size_t supported = 0;
            for (const std::string_view sense : gazetteer_.links(entity.name)) {
                if (!countries.contains(country_of(sense))) continue;
                only = sense;
                ++supported;
            }
            if (supported == 1) entity.link = only;
        }
        if (!entity.link.empty() || entity.type == EntityType::kMoney) continue;
        const std::uint32_t row = wikidata_.find(entity.name);
        // One word may name many people; a full name in the table is taken at its word.
        const bool full =
            entity.type != EntityType::kPerson || entity.name.find(' ') != std::string::npos;
        if (row < wikidata_.rows() && full && !gazetteer_.is_ambiguous(entity.name))
            entity.link = wikidata_.cell(row, 1);
    }
}

}  // namespace lede::entities
