// Tables of what needs the parts of a corpus or the order of its words: collocations, dispersion,
// weights, diversity.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "stats/association_measures.h"
#include "stats/diversity_measures.h"
#include "stats/pair_counter.h"
#include "stats/part_corpus.h"
#include "stats/row_filter.h"
#include "stats/table.h"
#include "stats/weight_measures.h"

namespace lede::stats {

struct PairTableOptions {
    std::vector<const AssociationMeasure*> measures;  // the first ranks the rows
    AssociationOptions scores;
    RowFilter filter;
    bool with_itself = true;  // false: no row for a thing beside itself
};

// Both items, observed and expected count, the counts of each, scores, the total: the columns, and
// the rows one by one. Memory for 24 bytes a pair, whatever is shown of them.
Table collocation_columns(const PairTableOptions& options);
void each_collocation(PairCounter& counter, const PairTableOptions& options, const TakeRow& take);

// Each item: its count, the number of parts, measures; most frequent first. `with_counts` adds a
// column of its counts in all parts, with commas between. Requires: corpus.finish() was called.
Table dispersion_table(const PartCorpus& corpus,
                       const std::vector<const DispersionMeasure*>& measures, bool with_counts,
                       const RowFilter& filter);

// Each part's items by `measures`, the first ranking. Requires: corpus.finish() was called.
Table weight_table(const PartCorpus& corpus, const std::vector<const WeightMeasure*>& measures,
                   const RowFilter& filter);

// A row for each group of texts, as numbers of their words in order.
Table diversity_table(const std::map<std::string, std::vector<std::uint32_t>>& texts,
                      const std::vector<std::string>& groups,
                      const std::vector<const DiversityMeasure*>& measures,
                      const DiversityOptions& options);

}  // namespace lede::stats
