// Tables of frequencies, and of keyness between two lists of them.
//
//   word  count  articles  per_million_words  …           target's count, reference's count, scores
#pragma once

#include <map>
#include <string>
#include <vector>

#include "stats/association_measures.h"
#include "stats/frequency_list.h"
#include "stats/row_filter.h"
#include "stats/table.h"

namespace lede::stats {

enum class Normalize : std::uint8_t { kPerMillion, kPerThousand, kPercent, kNone };

// How the columns are called: "word", "words" for words; "ngram", "ngrams" for their sequences.
struct ItemNames {
    std::string one;
    std::string many;
};

// Count, articles, the rates, and what they refer to: the columns, and the rows of each group one
// by one, most frequent first.
Table frequency_columns(const std::vector<std::string>& groups, const ItemNames& names,
                        Normalize normalize);
void each_frequency_row(const std::map<std::string, FrequencyList>& lists,
                        const std::vector<std::string>& groups, Normalize normalize,
                        const RowFilter& filter, const TakeRow& take);

struct KeynessOptions {
    std::vector<const AssociationMeasure*> measures;  // the first two rank the rows
    AssociationOptions scores;                        // tests 0: as many as there are items
    RowFilter filter;                                 // by the sum of both counts
};

// Every item of either list: counts, sizes, rates per million, expected count, scores. Ranked by
// the size of the first score (ties by the second), items of the target first.
void append_keyness(const FrequencyList& target, const FrequencyList& reference,
                    const std::vector<std::string>& group_cells, const KeynessOptions& options,
                    Table& table);
Table keyness_columns(const std::vector<std::string>& groups, const ItemNames& names,
                      const KeynessOptions& options);

}  // namespace lede::stats
