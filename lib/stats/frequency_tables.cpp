#include "stats/frequency_tables.h"

#include <algorithm>
#include <cmath>

namespace lede::stats {
namespace {

struct Rate {
    std::string_view name;
    double per;
};

Rate rate_of(Normalize normalize) {
    if (normalize == Normalize::kPerThousand) return {"per_thousand_", 1e3};
    return normalize == Normalize::kPercent ? Rate{"percent_of_", 100} : Rate{"per_million_", 1e6};
}

std::vector<std::string> group_cells(const std::string& name, std::size_t groups) {
    return groups == 0 ? std::vector<std::string>() : split_cells(name, groups);
}

void each_frequency(const FrequencyList& list, const std::vector<std::string>& group,
                    Normalize normalize, const RowFilter& filter, const TakeRow& take) {
    std::vector<RankedRow> ranked;
    for (std::size_t i = 0; i < list.rows.size(); ++i)
        if (filter.passes(list.rows[i].item, list.rows[i].frequency))
            ranked.push_back(
                {static_cast<double>(list.rows[i].frequency.count), list.rows[i].item, i});
    rank_rows(ranked, filter);
    const bool has_rates = normalize != Normalize::kNone;
    std::vector<std::string> cells = group;
    const std::size_t at = group.size();
    cells.resize(at + (has_rates ? 7 : 5));
    cells[cells.size() - 2] = std::to_string(list.articles);
    cells[cells.size() - 1] = std::to_string(list.total);
    std::uint64_t count = 0;  // which the cells are of: rows of one count follow each other
    for (const RankedRow& row : ranked) {
        const Frequency& frequency = list.rows[row.index].frequency;
        cells[at] = row.item;
        if (frequency.count != count) {
            count = frequency.count;
            cells[at + 1] = std::to_string(count);
            if (has_rates) {
                cells[at + 3] = rate_cell(count, 1000, list.articles);
                cells[at + 4] = rate_cell(count, rate_of(normalize).per, list.total);
            }
        }
        cells[at + 2] = std::to_string(frequency.articles);
        take(cells);
    }
}

// An item of either list, with its place in both.
struct Pair {
    std::string_view item;
    Frequency target;
    Frequency reference;
};

std::vector<Pair> join(const FrequencyList& target, const FrequencyList& reference) {
    std::vector<Pair> pairs;
    auto a = target.rows.begin();
    auto b = reference.rows.begin();
    while (a != target.rows.end() || b != reference.rows.end()) {
        const bool only_a =
            b == reference.rows.end() || (a != target.rows.end() && a->item < b->item);
        const bool only_b = !only_a && (a == target.rows.end() || b->item < a->item);
        Pair pair{only_b ? b->item : a->item, {}, {}};
        if (!only_b) pair.target = a++->frequency;
        if (!only_a) pair.reference = b++->frequency;
        pairs.push_back(pair);
    }
    return pairs;
}

}  // namespace

Table frequency_columns(const std::vector<std::string>& groups, const ItemNames& names,
                        Normalize normalize) {
    Table table;
    for (const std::string& name : groups) table.add_column(name, false);
    table.add_column(names.one, false);
    table.add_column("count", true);
    table.add_column("articles", true);
    if (normalize != Normalize::kNone) {
        table.add_column("per_1000_articles", true);
        table.add_column(std::string(rate_of(normalize).name) + names.many, true);
    }
    table.add_column("of_articles", true);
    table.add_column("of_" + names.many, true);
    return table;
}

void each_frequency_row(const std::map<std::string, FrequencyList>& lists,
                        const std::vector<std::string>& groups, Normalize normalize,
                        const RowFilter& filter, const TakeRow& take) {
    for (const auto& [name, list] : lists)
        each_frequency(list, group_cells(name, groups.size()), normalize, filter, take);
}

Table keyness_columns(const std::vector<std::string>& groups, const ItemNames& names,
                      const KeynessOptions& options) {
    Table table;
    for (const std::string& name : groups) table.add_column(name, false);
    table.add_column(names.one, false);
    for (const char* name : {"count", "reference_count", "expected", "per_million",
                             "reference_per_million", "articles", "reference_articles"})
        table.add_column(name, true);
    for (const AssociationMeasure* measure : options.measures)
        table.add_column(measure->is.name, true);
    table.add_column("of_" + names.many, true);
    table.add_column("of_reference_" + names.many, true);
    return table;
}

void append_keyness(const FrequencyList& target, const FrequencyList& reference,
                    const std::vector<std::string>& group_cells, const KeynessOptions& options,
                    Table& table) {
    const std::vector<Pair> pairs = join(target, reference);
    AssociationOptions scores = options.scores;
    if (scores.tests == 0)
        scores.tests = static_cast<double>(std::max<std::size_t>(pairs.size(), 1));
    const auto table_of = [&](const Pair& pair) {
        return Contingency::of_corpora(pair.target.count, target.total, pair.reference.count,
                                       reference.total);
    };
    std::vector<RankedRow> ranked;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        Frequency sum = pairs[i].target;
        sum += pairs[i].reference;
        if (!options.filter.passes(pairs[i].item, sum)) continue;
        // Words of the reference come after those of the target, most typical last.
        const Contingency cells = table_of(pairs[i]);
        const double sign = cells.excess() < 0 ? -1 : 1;
        const auto rank = [&](const AssociationMeasure* measure) {
            return std::copysign(measure->score(cells, scores), sign);
        };
        const bool one = options.measures.size() == 1;
        ranked.push_back({rank(options.measures.front()), pairs[i].item, i,
                          one ? 0 : rank(options.measures[1])});
    }
    rank_rows(ranked, options.filter);
    for (const RankedRow& row : ranked) {
        const Pair& pair = pairs[row.index];
        const Contingency cells = table_of(pair);
        std::vector<std::string> out = group_cells;
        out.insert(out.end(),
                   {std::string(pair.item), std::to_string(pair.target.count),
                    std::to_string(pair.reference.count), number_cell(cells.expected_a()),
                    rate_cell(pair.target.count, 1e6, target.total),
                    rate_cell(pair.reference.count, 1e6, reference.total),
                    std::to_string(pair.target.articles), std::to_string(pair.reference.articles)});
        for (const AssociationMeasure* measure : options.measures)
            out.push_back(number_cell(measure->score(cells, scores)));
        out.push_back(std::to_string(target.total));
        out.push_back(std::to_string(reference.total));
        table.rows.push_back(std::move(out));
    }
}

}  // namespace lede::stats
