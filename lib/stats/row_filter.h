// RowFilter: which rows of a table of items are shown, and in which order.
//
//   {.top = 20, .min_frequency = 5, .stopwords = {"the", "of"}}
//
// What is left out still counts in totals and rates.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "stats/ngram_table.h"

namespace lede::stats {

struct RowFilter {
    std::size_t top = 0;              // of each group; 0: all
    std::uint64_t min_frequency = 0;  // rows with a smaller count are left out
    std::uint64_t min_articles = 0;   // likewise for articles
    std::unordered_set<std::string> stopwords;
    std::vector<std::string> terms;  // only these; empty: all
    bool ascending = false;          // lowest first

    bool passes(std::string_view item, const Frequency& frequency) const {
        return frequency.count >= min_frequency && frequency.articles >= min_articles &&
               passes(item);
    }

    // Sequences are left out if one of their words is.
    bool passes(std::string_view item) const;
};

// A row on its way into a table, by its rank; ties stand in the order of `tie`, then of `item` by
// code point.
struct RankedRow {
    double rank = 0;
    std::string_view item;
    std::size_t index = 0;
    double tie = 0;
};

// Sorts by rank, highest first unless `ascending`, and keeps the first `top`.
void rank_rows(std::vector<RankedRow>& rows, const RowFilter& filter);

}  // namespace lede::stats
