#include "dates/grammar.h"

#include <algorithm>
#include <stdexcept>

#include "text/span.h"
#include "text/unicode.h"

namespace lede::dates {
namespace {

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    while (true) {
        const std::size_t at = text.find(separator);
        parts.push_back(text.substr(0, at));
        if (at == std::string_view::npos) return parts;
        text = text.substr(at + 1);
    }
}

std::uint64_t edge_key(std::uint32_t node, Symbol symbol) {
    return (std::uint64_t{node} << 16 | symbol) + 1;
}

std::size_t edge_slot(std::uint64_t key, std::size_t mask) {
    return static_cast<std::size_t>((key * 0x9E3779B97F4A7C15ULL) >> 40) & mask;
}

// A power of two that keeps open addressing at most a quarter full.
std::size_t table_size(std::size_t items) {
    std::size_t size = 64;
    while (size < 4 * items) size *= 2;
    return size;
}

bool names_class(std::string_view element) { return unicode::is_ascii_upper(element.front()); }

Meaning constants_of(std::string_view cell) {
    Meaning meaning;
    for (const Assignment& assignment : parse_assignments(cell))
        meaning.set(assignment.target, assignment.left.constant);
    return meaning;
}

}  // namespace

Grammar::Grammar(const Lexicon& lexicon) {
    complete_.emplace_back();
    read_rules(lexicon.table("dates/rules"));
    read_words(lexicon.table("dates/words"), true);
    read_words(lexicon.table("dates/numbers"), false);
    read_holidays(lexicon.table("dates/holidays"));
    read_zones(lexicon.table("dates/zones"));
    index_words();
    const std::size_t size = table_size(edges_.size());
    edge_keys_.assign(size, 0);
    edge_targets_.assign(size, 0);
    for (const auto& [key, target] : edges_) {
        std::size_t slot = edge_slot(key, size - 1);
        while (edge_keys_[slot] != 0) slot = (slot + 1) & (size - 1);
        edge_keys_[slot] = key;
        edge_targets_[slot] = target;
    }
    edges_.clear();
}

Symbol Grammar::symbol(std::string_view name) {
    const auto found = symbols_.find(name);
    if (found != symbols_.end()) return found->second;
    const auto id = static_cast<Symbol>(symbols_.size());
    symbols_.emplace(name, id);
    if (!names_class(name)) word(name).terms.push_back({id, Meaning{}});
    return id;
}

Word& Grammar::word(std::string_view key) {
    const auto [found, added] = word_ids_.try_emplace(std::string(key), words_.size());
    if (added) words_.push_back({.key = std::string(key)});
    return words_[found->second];
}

void Grammar::read_words(const lexicon::Table& table, bool trigger) {
    const std::uint32_t flags = table.column("flags");
    for (std::uint32_t row = 0; row < table.rows(); ++row) {
        const Term term{symbol(table.cell(row, table.column("class"))),
                        constants_of(table.cell(row, table.column("sets")))};
        Word& entry = word(table.cell(row, table.column("word")));
        entry.terms.push_back(term);
        const std::string_view flag = table.cell(row, flags);
        entry.trigger = entry.trigger || (trigger && flag != "light" && flag != "joined");
        entry.joined = entry.joined || flag == "joined";
        entry.abbreviation = entry.abbreviation || flag == "abbr";
    }
}

// A holiday's names are patterns of their own: "new year 's eve|new year eve"
// below HOLIDAY.
void Grammar::read_holidays(const lexicon::Table& table) {
    for (std::uint32_t row = 0; row < table.rows(); ++row) {
        Assignment is_holiday;
        is_holiday.target = Field::kHoliday;
        is_holiday.left.constant = static_cast<std::int32_t>(row);
        for (const std::string_view name : split(table.cell(row, table.column("names")), ';')) {
            add_pattern(symbol("HOLIDAY"), name, {is_holiday});
            for (const std::string_view element : split(name, ' '))
                for (const std::string_view part : split(element, '|'))
                    if (part.size() > 3) word(part.substr(0, part.find('?'))).trigger = true;
        }
    }
}

void Grammar::read_zones(const lexicon::Table& table) {
    for (std::uint32_t row = 0; row < table.rows(); ++row) {
        Assignment is_zone;
        is_zone.target = Field::kZone;
        is_zone.left.constant = static_cast<std::int32_t>(row);
        add_pattern(symbol("ZONE"), table.cell(row, table.column("name")), {is_zone});
    }
}

void Grammar::read_rules(const lexicon::Table& table) {
    for (std::uint32_t row = 0; row < table.rows(); ++row)
        add_pattern(symbol(table.cell(row, table.column("left"))),
                    table.cell(row, table.column("pattern")),
                    parse_assignments(table.cell(row, table.column("sets"))));
}

void Grammar::add_pattern(Symbol left, std::string_view pattern,
                          std::vector<Assignment> assignments) {
    const auto rule = static_cast<std::uint32_t>(rules_.size());
    rules_.push_back(std::move(assignments));
    std::vector<std::pair<Production, std::vector<Symbol>>> open = {{{left, rule, {}}, {}}};
    std::uint8_t place = 0;
    for (std::string_view element : split(pattern, ' ')) {
        ++place;
        const bool optional = element.size() > 1 && element.ends_with('?');
        if (optional) element.remove_suffix(1);
        std::vector<std::pair<Production, std::vector<Symbol>>> next;
        if (optional) next = open;
        for (const std::string_view choice : split(element, '|')) {
            if (choice.empty())
                throw std::runtime_error("data/dates: empty element in \"" + std::string(pattern) +
                                         "\"");
            const Symbol id = symbol(choice);
            for (auto [production, symbols] : open) {
                production.elements.push_back(place);
                symbols.push_back(id);
                next.emplace_back(std::move(production), std::move(symbols));
            }
        }
        open = std::move(next);
    }
    for (const auto& [production, symbols] : open)
        if (!symbols.empty()) add_sequence(production, symbols);
}

void Grammar::add_sequence(const Production& production, const std::vector<Symbol>& symbols) {
    std::uint32_t node = kRoot;
    for (const Symbol id : symbols) {
        const auto next = static_cast<std::uint32_t>(complete_.size());
        const auto [edge, added] = edges_.try_emplace(edge_key(node, id), next);
        if (added) complete_.emplace_back();
        node = edge->second;
    }
    complete_[node].push_back(static_cast<std::uint32_t>(productions_.size()));
    productions_.push_back(production);
}

void Grammar::index_words() {
    word_slots_.assign(table_size(words_.size()), 0);
    const std::size_t mask = word_slots_.size() - 1;
    for (std::size_t i = 0; i < words_.size(); ++i) {
        std::uint32_t hash = kHashSeed;
        for (const char c : words_[i].key) hash = hash_step(hash, c);
        std::size_t slot = hash & mask;
        while (word_slots_[slot] != 0) slot = (slot + 1) & mask;
        word_slots_[slot] = static_cast<std::uint32_t>(i + 1);
    }
}

const Word* Grammar::find_word(std::string_view key, std::uint32_t hash) const {
    const std::size_t mask = word_slots_.size() - 1;
    for (std::size_t slot = hash & mask; word_slots_[slot] != 0; slot = (slot + 1) & mask) {
        const Word& candidate = words_[word_slots_[slot] - 1];
        if (candidate.key == key) return &candidate;
    }
    return nullptr;
}

std::uint32_t Grammar::step(std::uint32_t node, Symbol symbol) const {
    const std::uint64_t key = edge_key(node, symbol);
    const std::size_t mask = edge_keys_.size() - 1;
    for (std::size_t slot = edge_slot(key, mask); edge_keys_[slot] != 0; slot = (slot + 1) & mask)
        if (edge_keys_[slot] == key) return edge_targets_[slot];
    return kNone;
}

}  // namespace lede::dates
