#include "stats/frequency_counter.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace lede::stats {
namespace {

constexpr std::array<std::string_view, 2> kWordRuleNames = {"lede", "uax29"};
constexpr std::array<std::string_view, 3> kLetterCaseNames = {"keep", "lower", "fold"};
constexpr std::array<std::string_view, 4> kWithinNames = {"article", "p", "s", "quote"};

// How far ahead of its counting a sequence's slot is asked for.
constexpr std::size_t kAhead = 8;

}  // namespace

std::string describe(const FrequencyOptions& options) {
    const auto name = [](const auto& names, auto value) {
        return names[static_cast<std::size_t>(value)];
    };
    std::string rule(name(kItemKindNames, options.rule.kind));
    if (options.rule.kind == ItemKind::kWords)
        rule += fmt::format(" {}", name(kWordRuleNames, options.rule.words));
    if (options.rule.kind <= ItemKind::kLemmas)
        rule += fmt::format(" {}", name(kLetterCaseNames, options.rule.letters));
    if (options.size > 1)
        rule += fmt::format(" {} within {}", options.size, name(kWithinNames, options.within));
    return rule;
}

FrequencyCounter::Group& FrequencyCounter::group(const std::string& name) {
    return groups_.try_emplace(name, options_.size).first->second;
}

void FrequencyCounter::add(const Document& document) {
    Group& group = this->group(options_.by.group_of(document.article));
    if (is_dense()) {
        reader_.read_pieces(document, vocabulary_,
                            [&](const ItemSequence& items) { count_dense(items, group); });
    } else {
        reader_.read(document, vocabulary_, items_);
        count_sequences(document, group);
    }
    ++group.articles;
}

void FrequencyCounter::count_dense(const ItemSequence& items, Group& group) const {
    group.dense.resize(vocabulary_.size());
    const auto article = static_cast<std::uint32_t>(group.articles);
    for (const std::uint32_t id : items.ids) group.dense[id].add(article);
    group.total += items.ids.size();
}

void FrequencyCounter::count_sequences(const Document& document, Group& group) {
    const std::size_t size = options_.size;
    const auto& ids = items_.ids;
    std::vector<std::uint32_t> units;
    if (options_.within != Within::kArticle)
        units = units_of(items_.begins, unit_spans(document, options_.within));
    for (std::size_t i = 0; i + size <= ids.size(); ++i) {
        if (i + kAhead + size <= ids.size()) group.table.prefetch(&ids[i + kAhead]);
        if (!units.empty() && (units[i] == kNone || units[i] != units[i + size - 1])) continue;
        group.table.add(&ids[i], group.articles);
        ++group.total;
    }
}

void FrequencyCounter::merge(const FrequencyCounter& other) {
    std::vector<std::uint32_t> number(other.vocabulary_.size());
    for (std::uint32_t id = 0; id < number.size(); ++id)
        number[id] = vocabulary_.id_of(other.vocabulary_.word(id));
    std::vector<std::uint32_t> ids(options_.size);
    for (const auto& [name, theirs] : other.groups_) {
        Group& mine = group(name);
        mine.total += theirs.total;
        mine.articles += theirs.articles;
        mine.dense.resize(is_dense() ? vocabulary_.size() : 0);
        for (std::size_t id = 0; id < theirs.dense.size(); ++id)
            mine.dense[number[id]].add(theirs.dense[id].frequency());
        for (std::size_t entry = 0; entry < theirs.table.size(); ++entry) {
            const auto their_ids = theirs.table.ids(entry);
            std::transform(their_ids.begin(), their_ids.end(), ids.begin(),
                           [&](std::uint32_t id) { return number[id]; });
            mine.table.add(ids.data(), theirs.table.frequency(entry));
        }
    }
}

FrequencyList FrequencyCounter::list_of(const Group& group) const {
    FrequencyList list{describe(options_), group.total, group.articles, {}};
    list.rows.reserve(group.dense.size() + group.table.size());
    if (!group.dense.empty()) {
        for (const std::uint32_t id : vocabulary_.sorted())
            if (id < group.dense.size() && group.dense[id].count > 0)
                list.rows.push_back(
                    {std::string(vocabulary_.word(id)), group.dense[id].frequency()});
        return list;
    }
    for (std::size_t entry = 0; entry < group.table.size(); ++entry) {
        std::string item;
        for (const std::uint32_t id : group.table.ids(entry))
            (item.empty() ? item : item += ' ') += vocabulary_.word(id);
        list.rows.push_back({std::move(item), group.table.frequency(entry)});
    }
    const auto before = [](const FrequencyRow& a, const FrequencyRow& b) {
        return a.item < b.item;
    };
    std::sort(list.rows.begin(), list.rows.end(), before);
    // Items that hold a blank themselves may read the same in two sequences.
    auto last = list.rows.begin();  // of those that stay
    for (auto row = list.rows.begin(); row != list.rows.end(); ++row) {
        if (row == last) continue;
        if (last->item == row->item)
            last->frequency += row->frequency;
        else if (++last != row)
            *last = std::move(*row);
    }
    if (!list.rows.empty()) list.rows.erase(last + 1, list.rows.end());
    return list;
}

std::map<std::string, FrequencyList> FrequencyCounter::lists() const {
    std::map<std::string, FrequencyList> lists;
    for (const auto& [name, group] : groups_) lists.emplace(name, list_of(group));
    return lists;
}

}  // namespace lede::stats
