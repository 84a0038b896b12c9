// Measure: what a score is called, how it is computed, who says so, and what it does at the edges.
//
//   lede-stats --explain log_dice
//   log_dice  14 + log2(2 O / (f1 + f2))  ...
//
// Every family of measures (association, dispersion, diversity, readability, weights) is a table of
// these with a function each; a column of a result carries the name of its measure.
#pragma once

#include <string_view>

namespace lede::stats {

struct Measure {
    std::string_view name;
    std::string_view formula;
    std::string_view source;
    std::string_view edges;  // what happens at zeros and on short texts; what else to know
};

}  // namespace lede::stats
