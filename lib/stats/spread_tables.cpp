#include "stats/spread_tables.h"

#include <algorithm>
#include <cmath>

namespace lede::stats {
namespace {

std::string join_counts(const std::vector<std::uint64_t>& counts) {
    std::string list;
    for (const std::uint64_t count : counts) {
        if (!list.empty()) list += ',';
        list += std::to_string(count);
    }
    return list;
}

// The terms of one part, with the length of its vector.
struct PartTerms {
    std::vector<std::pair<std::uint32_t, TermInDocument>> terms;
    double squares = 0;
};

std::vector<PartTerms> terms_by_part(const PartCorpus& corpus) {
    std::vector<PartTerms> parts(corpus.parts().size());
    for (const std::uint32_t id : corpus.vocabulary().sorted()) {
        if (corpus.frequency(id) == 0) continue;
        const auto postings = corpus.postings(id);
        for (const PartCorpus::Posting& posting : postings) {
            TermInDocument term{.count = posting.count,
                                .document_size = corpus.parts()[posting.part].size,
                                .documents = corpus.parts().size(),
                                .documents_with_it = postings.size()};
            const double weight = smooth_weight(term);
            parts[posting.part].squares += weight * weight;
            parts[posting.part].terms.emplace_back(id, term);
        }
    }
    return parts;
}

}  // namespace

Table collocation_columns(const PairTableOptions& options) {
    Table table;
    table.add_column("first", false);
    table.add_column("second", false);
    for (const char* name : {"count", "expected", "first_count", "second_count"})
        table.add_column(name, true);
    for (const AssociationMeasure* measure : options.measures)
        table.add_column(measure->is.name, true);
    table.add_column("of", true);
    return table;
}

void each_collocation(PairCounter& counter, const PairTableOptions& options, const TakeRow& take) {
    struct Ranked {
        PairRow pair;
        double rank;
    };
    std::vector<Ranked> ranked;
    const auto passes = [&](std::uint32_t id) {
        return options.filter.stopwords.empty() || options.filter.passes(counter.item(id));
    };
    counter.for_each_pair(options.filter.min_frequency, [&](const PairRow& pair) {
        if (!options.with_itself && pair.first == pair.second) return;
        if (!passes(pair.first) || !passes(pair.second)) return;
        const Contingency cells = counter.table_of(pair);
        ranked.push_back({pair, options.measures.front()->score(cells, options.scores)});
    });
    // Ties stand in code point order of both words.
    const auto before = [&](const Ranked& a, const Ranked& b) {
        if (a.rank != b.rank) return options.filter.ascending ? a.rank < b.rank : a.rank > b.rank;
        if (a.pair.first != b.pair.first)
            return counter.item(a.pair.first) < counter.item(b.pair.first);
        return counter.item(a.pair.second) < counter.item(b.pair.second);
    };
    const std::size_t shown =
        options.filter.top == 0 ? ranked.size() : std::min(options.filter.top, ranked.size());
    std::partial_sort(ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(shown),
                      ranked.end(), before);
    ranked.resize(shown);
    for (const auto& [pair, rank] : ranked) {
        const Contingency cells = counter.table_of(pair);
        std::vector<std::string> out = {std::string(counter.item(pair.first)),
                                        std::string(counter.item(pair.second)),
                                        std::to_string(pair.both),
                                        number_cell(cells.expected_a()),
                                        std::to_string(counter.frequency(pair.first)),
                                        std::to_string(counter.frequency(pair.second)),
                                        number_cell(rank)};
        for (std::size_t i = 1; i < options.measures.size(); ++i)
            out.push_back(number_cell(options.measures[i]->score(cells, options.scores)));
        out.push_back(number_cell(cells.total()));
        take(out);
    }
}

Table dispersion_table(const PartCorpus& corpus,
                       const std::vector<const DispersionMeasure*>& measures, bool with_counts,
                       const RowFilter& filter) {
    Table table;
    table.add_column("item", false);
    table.add_column("count", true);
    table.add_column("parts", true);
    for (const DispersionMeasure* measure : measures) table.add_column(measure->is.name, true);
    if (with_counts) table.add_column("counts", false);
    table.add_column("of_parts", true);
    table.add_column("of_items", true);
    std::vector<RankedRow> ranked;
    for (std::uint32_t id = 0; id < corpus.vocabulary().size(); ++id) {
        const Frequency frequency{corpus.frequency(id), corpus.postings(id).size()};
        const std::string_view item = corpus.vocabulary().word(id);
        if (frequency.count > 0 && filter.passes(item, frequency))
            ranked.push_back({static_cast<double>(frequency.count), item, id});
    }
    rank_rows(ranked, filter);
    for (const RankedRow& row : ranked) {
        const auto id = static_cast<std::uint32_t>(row.index);
        const Spread spread = corpus.spread(id);
        std::vector<std::string> cells = {std::string(row.item),
                                          std::to_string(corpus.frequency(id)),
                                          std::to_string(corpus.postings(id).size())};
        for (const DispersionMeasure* measure : measures)
            cells.push_back(number_cell(measure->score(spread)));
        if (with_counts) cells.push_back(join_counts(spread.counts));
        cells.push_back(std::to_string(corpus.parts().size()));
        cells.push_back(std::to_string(corpus.items()));
        table.rows.push_back(std::move(cells));
    }
    return table;
}

Table weight_table(const PartCorpus& corpus, const std::vector<const WeightMeasure*>& measures,
                   const RowFilter& filter) {
    Table table;
    table.add_column("part", false);
    table.add_column("item", false);
    table.add_column("count", true);
    table.add_column("parts", true);
    for (const WeightMeasure* measure : measures) table.add_column(measure->is.name, true);
    table.add_column("of_parts", true);
    table.add_column("of_items", true);
    const std::vector<PartTerms> parts = terms_by_part(corpus);
    for (std::size_t part = 0; part < parts.size(); ++part) {
        std::vector<RankedRow> ranked;
        const auto term_of = [&](std::size_t i) {
            TermInDocument term = parts[part].terms[i].second;
            term.norm = std::sqrt(parts[part].squares);
            return term;
        };
        for (std::size_t i = 0; i < parts[part].terms.size(); ++i) {
            const TermInDocument term = term_of(i);
            const auto item = corpus.vocabulary().word(parts[part].terms[i].first);
            if (filter.passes(item, {term.count, term.documents_with_it}))
                ranked.push_back({measures.front()->score(term), item, i});
        }
        rank_rows(ranked, filter);
        for (const RankedRow& row : ranked) {
            const TermInDocument term = term_of(row.index);
            std::vector<std::string> cells = {corpus.parts()[part].name, std::string(row.item),
                                              std::to_string(term.count),
                                              std::to_string(term.documents_with_it)};
            for (const WeightMeasure* measure : measures)
                cells.push_back(number_cell(measure->score(term)));
            cells.push_back(std::to_string(term.documents));
            cells.push_back(std::to_string(term.document_size));
            table.rows.push_back(std::move(cells));
        }
    }
    return table;
}

Table diversity_table(const std::map<std::string, std::vector<std::uint32_t>>& texts,
                      const std::vector<std::string>& groups,
                      const std::vector<const DiversityMeasure*>& measures,
                      const DiversityOptions& options) {
    Table table;
    for (const std::string& name : groups) table.add_column(name, false);
    for (const DiversityMeasure* measure : measures) table.add_column(measure->is.name, true);
    for (const auto& [name, ids] : texts) {
        std::vector<std::string> cells =
            groups.empty() ? std::vector<std::string>() : split_cells(name, groups.size());
        const Diversity diversity(ids);
        for (const DiversityMeasure* measure : measures)
            cells.push_back(number_cell(measure->score(diversity, options)));
        table.rows.push_back(std::move(cells));
    }
    return table;
}

}  // namespace lede::stats
