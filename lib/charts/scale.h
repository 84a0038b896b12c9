// Scale: numbers as places on a picture, and round numbers to mark on its axis.
//
//   Scale scale{.low = 0, .high = 340, .begin = 40, .end = 440};
//   scale.at(170)          ->  240
//   round_ticks(340, 4)    ->  0 100 200 300
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace lede::charts {

struct Scale {
    double low = 0;  // numbers
    double high = 1;
    double begin = 0;  // pixels; may fall
    double end = 1;

    // Clamped to the scale, so that an infinite value stands at its end. A scale of no width has
    // everything at its beginning.
    double at(double value) const;
};

// Numbers from 0 to at most `high` in steps of 1, 2 or 5 times a power of ten, at least 1: as many
// as there can be, but no more than `most` beside 0. Requires: high is finite and >= 0, most > 0.
std::vector<double> round_ticks(double high, std::size_t most);

// "1,200"; "0.25".
std::string tick_label(double value);

}  // namespace lede::charts
