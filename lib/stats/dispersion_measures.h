// Dispersion measures: how evenly an item is spread over the parts of a corpus, or over its length.
//
//   Spread spread{.counts = {2, 1, 1, 1, 0}, .sizes = {100, 100, 100, 100, 100}};
//   find_dispersion("carroll_d2")->score(spread)  ->  0.8277
//
// Parts may be of any size: measures made for equal parts say so. An item that does not occur has
// no dispersion: 0. An empty part counts for nothing but where a measure counts parts.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "stats/measure.h"

namespace lede::stats {

struct Spread {
    std::vector<std::uint64_t> counts;  // of the item in each part
    std::vector<std::uint64_t> sizes;   // of the parts, in items; as many as counts
    // Where the item stands, counted in items from 0 over all parts; needed by the measures of
    // distance only.
    std::vector<std::uint64_t> positions = {};
};

struct DispersionMeasure {
    Measure is;
    bool by_distance;  // needs positions
    double (*score)(const Spread&);
};

// Over parts, and over distances.
std::span<const DispersionMeasure> part_measures();
std::span<const DispersionMeasure> distance_measures();

// Null if there is no such measure.
const DispersionMeasure* find_dispersion(std::string_view name);

}  // namespace lede::stats
