// FrequencyList: counts of items over a set of articles, as a value that can be stored and added.
//
//   # lede-freq 1
//   # items: words uax29 lower 1
//   # total: 122198
//   # articles: 1
//   item<TAB>count<TAB>articles
//   a<TAB>1954<TAB>1
//
// A list written and read is the same list, and lists of shards add up to the list of the whole.
// Backslash, tab and line breaks in an item are written as \\ \t \n \r. Rows stand in code point
// order. A reference corpus of 1 GB is a file of some megabytes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/result.h"
#include "stats/ngram_table.h"

namespace lede::stats {

struct FrequencyRow {
    std::string item;
    Frequency frequency;
    friend bool operator==(const FrequencyRow&, const FrequencyRow&) = default;
};

struct FrequencyList {
    std::string rule;  // what was counted: lists of different rules do not add up
    std::uint64_t total = 0;
    std::uint64_t articles = 0;
    std::vector<FrequencyRow> rows;  // in code point order, each item once

    // The row of the item, or null. Logarithmic.
    const FrequencyRow* find(std::string_view item) const;

    // Adds the counts of a list of other articles. Linear in both. Requires: the same rule.
    void merge(const FrequencyList& other);

    friend bool operator==(const FrequencyList&, const FrequencyList&) = default;
};

void append_frequency_file(const FrequencyList& list, std::string& out);

// An Error with the line for anything that `append_frequency_file` would not write: another
// version, numbers that are none, rows out of order or with no occurrence, more articles than
// there are. `source` names the file in it. Linear.
Result<FrequencyList> parse_frequency_file(std::string_view bytes, std::string_view source);

// Whether the bytes begin as such a file.
bool is_frequency_file(std::string_view bytes);

}  // namespace lede::stats
