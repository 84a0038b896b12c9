// Sparkline: numbers as a line of blocks, for terminals.
//
//   sparkline({0, 1, 4, 8})  ->  "·▁▄█"
#pragma once

#include <span>
#include <string>

namespace lede::charts {

// One character for each number: a dot for 0, else a block as high as the number is against the
// largest. Requires: finite numbers, none below 0.
std::string sparkline(std::span<const double> values);

}  // namespace lede::charts
