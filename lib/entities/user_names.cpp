#include "entities/user_names.h"

#include <algorithm>
#include <stdexcept>
#include <unordered_map>

namespace lede::entities {
namespace {

[[noreturn]] void refuse(std::string_view source, std::size_t line, std::string_view what) {
    throw std::runtime_error(std::string(source) + ":" + std::to_string(line) + ": " +
                             std::string(what));
}

EntityType parse_type(std::string_view cell, std::string_view source, std::size_t line) {
    if (cell.empty()) return EntityType::kOrg;
    const auto found = std::ranges::find(kEntityTypeNames, cell);
    if (found == kEntityTypeNames.end() || cell == "MONEY" || cell == "PERCENT")
        refuse(source, line, "\"" + std::string(cell) + "\" is no type of name");
    return static_cast<EntityType>(found - kEntityTypeNames.begin());
}

std::vector<std::string_view> split_cells(std::string_view line) {
    std::vector<std::string_view> cells;
    for (std::size_t tab = 0; (tab = line.find('\t')) != line.npos; line.remove_prefix(tab + 1))
        cells.push_back(line.substr(0, tab));
    cells.push_back(line);
    return cells;
}

}  // namespace

UserNames::UserNames(std::string_view tsv, std::string_view source) {
    lexicon::ParsedTable table;
    table.columns = {"alias"};
    table.phrase_column = "alias";
    std::size_t number = 0;
    while (!tsv.empty()) {
        const std::size_t end = std::min(tsv.find('\n'), tsv.size());
        std::string_view line = tsv.substr(0, end);
        tsv.remove_prefix(std::min(end + 1, tsv.size()));
        ++number;
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (line.empty() || line.front() == '#') continue;
        std::vector<std::string_view> cells = split_cells(line);
        if (cells.size() > 4) refuse(source, number, "more than four columns");
        cells.resize(4);
        if (cells[0].empty()) refuse(source, number, "the alias is empty");
        table.rows.push_back({cells[0]});
        names_.push_back({std::string(cells[1].empty() ? cells[0] : cells[1]),
                          parse_type(cells[2], source, number), std::string(cells[3])});
    }
    if (names_.empty()) return;
    index_bytes_ = std::make_shared<const std::string>(lexicon::compile_phrases(table));
    index_.emplace_back(*index_bytes_);
}

std::vector<UserNames::Found> UserNames::find(const Document& document) const {
    std::vector<Found> found;
    if (index_.empty()) return found;
    for (const Sentence& sentence : document.sentences)
        for (const auto& match : index_.front().find(document.text_of(sentence.span)))
            found.push_back(
                {{match.span.begin + sentence.span.begin, match.span.end + sentence.span.begin},
                 match.row});
    return found;
}

void UserNames::apply(const std::vector<Found>& found, std::vector<Mention>& mentions,
                      std::vector<Entity>& entities) const {
    if (found.empty()) return;
    std::vector<std::uint32_t> target(entities.size());  // entity: the one it is now part of
    for (std::uint32_t e = 0; e < target.size(); ++e) target[e] = e;
    std::unordered_map<std::string_view, std::uint32_t> by_name;
    auto mention = mentions.begin();
    for (const Found& place : found) {
        while (mention != mentions.end() && mention->place.span < place.span) ++mention;
        if (mention == mentions.end()) break;
        if (mention->place.span != place.span || mention->entity == kNone) continue;
        const Name& name = names_[place.row];
        const auto slot = by_name.try_emplace(name.name, target[mention->entity]).first;
        target[mention->entity] = slot->second;
        Entity& entity = entities[slot->second];
        entity.name = name.name;
        entity.type = name.type;
        entity.link = name.link;
    }
    // Renumber in order of first mention; entities that lost all mentions go.
    std::vector<std::uint32_t> number(entities.size(), kNone);
    std::vector<Entity> kept;
    for (Mention& each : mentions) {
        if (each.entity == kNone) continue;
        const std::uint32_t own = target[each.entity];
        if (number[own] == kNone) {
            number[own] = static_cast<std::uint32_t>(kept.size());
            kept.push_back(entities[own]);
        }
        each.entity = number[own];
    }
    entities = std::move(kept);
}

}  // namespace lede::entities
