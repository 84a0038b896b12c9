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
    building_.complete.emplace_back();
    read_rules(lexicon.table("dates/rules"));
    read_words(lexicon.table("dates/words"), true);
    read_words(lexicon.table("dates/numbers"), false);
    read_holidays(lexicon.table("dates/holidays"));
    read_zones(lexicon.table("dates/zones"));
    index_words();
    index_patterns();
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
            trigger_name(name);
        }
    }
}

// Makes one element of a name a trigger, if none is: "day" is one in "labor day", "diwali" is not.
void Grammar::trigger_name(std::string_view name) {
    std::vector<std::string_view> longest;
    std::size_t size = 0;
    for (const std::string_view element : split(name, ' ')) {
        if (element.size() > 1 && element.ends_with('?')) continue;
        const std::vector<std::string_view> choices = split(element, '|');
        if (std::ranges::all_of(choices, [&](std::string_view key) { return word(key).trigger; }))
            return;
        const std::size_t shortest = std::ranges::min(choices, {}, &std::string_view::size).size();
        if (shortest <= size) continue;
        longest = choices;
        size = shortest;
    }
    for (const std::string_view key : longest) word(key).trigger = true;
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
        const auto next = static_cast<std::uint32_t>(building_.complete.size());
        const auto [edge, added] = building_.edges.try_emplace({node, id}, next);
        if (added) building_.complete.emplace_back();
        node = edge->second;
    }
    building_.complete[node].push_back(production);
}

// Lays the nodes' edges and productions side by side.
void Grammar::index_patterns() {
    root_steps_.assign(symbols_.size(), kNone);
    auto edge = building_.edges.begin();
    for (std::uint32_t node = 0; node < building_.complete.size(); ++node) {
        nodes_.push_back({static_cast<std::uint32_t>(edges_.size()),
                          static_cast<std::uint32_t>(productions_.size())});
        for (; edge != building_.edges.end() && edge->first.first == node; ++edge) {
            const auto [symbol, target] = std::pair(edge->first.second, edge->second);
            if (node == kRoot) root_steps_[symbol] = target;
            edges_.push_back({symbol, target});
        }
        for (Production& production : building_.complete[node])
            productions_.push_back(std::move(production));
    }
    nodes_.push_back({static_cast<std::uint32_t>(edges_.size()),
                      static_cast<std::uint32_t>(productions_.size())});
    building_ = {};
}

void Grammar::index_words() {
    word_filter_.assign((std::size_t{1} << (64 - kFilterShift)) / 64, 0);
    word_slots_.assign(table_size(words_.size()), {});
    const std::size_t mask = word_slots_.size() - 1;
    for (std::size_t i = 0; i < words_.size(); ++i) {
        const std::uint64_t key = word_key(words_[i].key), hash = hash_of_key(key);
        const std::uint64_t bit = hash >> kFilterShift;
        word_filter_[bit / 64] |= std::uint64_t{1} << bit % 64;
        std::size_t slot = hash >> kFilterShift & mask;
        while (word_slots_[slot].key != 0) slot = (slot + 1) & mask;
        word_slots_[slot] = {key, static_cast<std::uint32_t>(i)};
    }
}

const Word* Grammar::find_keyed(std::uint64_t key, std::uint64_t hash,
                                std::string_view word) const {
    const std::size_t mask = word_slots_.size() - 1;
    for (std::size_t slot = hash >> kFilterShift & mask; word_slots_[slot].key != 0;
         slot = (slot + 1) & mask) {
        if (word_slots_[slot].key != key) continue;
        const Word& candidate = words_[word_slots_[slot].word];
        const bool told_by_key = word.size() > 1 && word.size() <= 8;  // one mark is not
        if (told_by_key && candidate.key.size() == word.size()) return &candidate;
        if (std::ranges::equal(candidate.key, word, {}, {}, unicode::ascii_lower))
            return &candidate;
    }
    return nullptr;
}

}  // namespace lede::dates
