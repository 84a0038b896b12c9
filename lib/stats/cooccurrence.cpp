#include "stats/cooccurrence.h"

#include <algorithm>
#include <map>

namespace lede::stats {

Cooccurrence::Cooccurrence(CooccurrenceOptions options)
    : options_(options),
      one_kind_(options.first.kind == options.second.kind),
      first_(options.first),
      second_(options.second) {}

void Cooccurrence::Side::read(const Document& document, const std::vector<Span>& spans) {
    ItemSequence items;
    reader.read(document, vocabulary, items);
    const auto numbers = units_of(items.begins, spans);
    seen.clear();
    for (std::size_t i = 0; i < numbers.size(); ++i)
        if (numbers[i] != kNone) seen.emplace_back(numbers[i], items.ids[i]);
    std::sort(seen.begin(), seen.end());
    seen.erase(std::unique(seen.begin(), seen.end()), seen.end());
    units.resize(vocabulary.size());
    for (const auto& [unit, id] : seen) ++units[id];
}

void Cooccurrence::add(const Document& document) {
    const std::vector<Span> spans = unit_spans(document, options_.within);
    units_ += spans.size();
    first_.read(document, spans);
    if (!one_kind_) second_.read(document, spans);
    const auto& left = first_.seen;
    const auto& right = one_kind_ ? first_.seen : second_.seen;
    auto from = right.begin();
    for (auto a = left.begin(); a != left.end(); ++a) {
        while (from != right.end() && from->first < a->first) ++from;
        const auto begin = one_kind_ ? right.begin() + (a - left.begin()) + 1 : from;
        for (auto b = begin; b != right.end() && b->first == a->first; ++b)
            pairs_.add(a->second, b->second);
    }
}

std::vector<std::uint32_t> Cooccurrence::Side::merge(const Side& other) {
    std::vector<std::uint32_t> number(other.vocabulary.size());
    for (std::uint32_t id = 0; id < number.size(); ++id)
        number[id] = vocabulary.id_of(other.vocabulary.word(id));
    units.resize(vocabulary.size());
    for (std::size_t id = 0; id < other.units.size(); ++id) units[number[id]] += other.units[id];
    return number;
}

void Cooccurrence::merge(const Cooccurrence& other) {
    const auto left = first_.merge(other.first_);
    const auto right = one_kind_ ? left : second_.merge(other.second_);
    PairTable theirs = other.pairs_;
    theirs.finish();
    theirs.for_each([&](std::uint32_t a, std::uint32_t b, std::uint64_t count) {
        pairs_.add(left[a], right[b], count);
    });
    units_ += other.units_;
}

std::vector<Together> Cooccurrence::pairs(const RowFilter& filter, const AssociationMeasure& rank,
                                          const AssociationOptions& scores) {
    pairs_.finish();
    const Side& second = one_kind_ ? first_ : second_;
    // Numbers depend on the order of the input: a pair without direction is put in that of its
    // names, and both of its orders are one.
    std::map<std::pair<std::string_view, std::string_view>, Contingency> found;
    pairs_.for_each([&](std::uint32_t a, std::uint32_t b, std::uint64_t count) {
        std::string_view name_a = first_.vocabulary.word(a);
        std::string_view name_b = second.vocabulary.word(b);
        std::uint64_t units_a = first_.units[a];
        std::uint64_t units_b = second.units[b];
        if (one_kind_ && name_b < name_a) {
            std::swap(name_a, name_b);
            std::swap(units_a, units_b);
        }
        Contingency& cells = found[{name_a, name_b}];
        cells = Contingency::of_pair(cells.a + count, units_a, units_b, units_);
    });
    std::vector<Together> rows;
    for (const auto& [names, cells] : found)
        if (cells.a >= filter.min_frequency &&
            (filter.passes(names.first) || filter.passes(names.second)))
            rows.push_back({names.first, names.second, cells});
    const auto score = [&](const Together& row) { return rank.score(row.units, scores); };
    std::stable_sort(rows.begin(), rows.end(), [&](const Together& a, const Together& b) {
        return filter.ascending ? score(a) < score(b) : score(a) > score(b);
    });
    if (filter.top > 0 && filter.top < rows.size()) rows.resize(filter.top);
    return rows;
}

Table cooccurrence_table(const std::vector<Together>& pairs,
                         const std::vector<const AssociationMeasure*>& measures,
                         const AssociationOptions& scores, std::string_view first_name,
                         std::string_view second_name) {
    Table table;
    table.add_column(first_name, false);
    table.add_column(second_name, false);
    for (const char* name : {"count", "expected", "first_count", "second_count"})
        table.add_column(name, true);
    for (const AssociationMeasure* measure : measures) table.add_column(measure->is.name, true);
    table.add_column("of_units", true);
    for (const Together& pair : pairs) {
        std::vector<std::string> cells = {
            std::string(pair.first),         std::string(pair.second),
            std::to_string(pair.units.a),    number_cell(pair.units.expected_a()),
            number_cell(pair.units.row_1()), number_cell(pair.units.column_1())};
        for (const AssociationMeasure* measure : measures)
            cells.push_back(number_cell(measure->score(pair.units, scores)));
        cells.push_back(number_cell(pair.units.total()));
        table.rows.push_back(std::move(cells));
    }
    return table;
}

}  // namespace lede::stats
