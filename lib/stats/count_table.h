// Counts of items in parts that someone else counted, as a table: for dispersion without the texts.
//
//   item<TAB>A01<TAB>A02            names of the parts
//   word_count<TAB>2242<TAB>2277    their sizes, in words
//   the<TAB>155<TAB>143             one item a row
#pragma once

#include <string_view>

#include "model/result.h"
#include "stats/part_corpus.h"

namespace lede::stats {

// A finished corpus without positions. An Error with the line for a row of another length, a cell
// that is no number, a second row of an item, or counts above a part's size. Linear.
Result<PartCorpus> parse_count_table(std::string_view tsv, std::string_view source);

}  // namespace lede::stats
