// Timeline: a number for each period of time, as columns side by side over an axis.
//
//   12 ┤    █
//    6 ┤  █ █ █
//    0 ┼──────────
//       2018   2020
#pragma once

#include <string>
#include <vector>

#include "charts/svg_writer.h"

namespace lede::charts {

struct Column {
    std::string label;
    double value = 0;  // finite, not below 0
};

// Periods in the order of time, those without anything included. As many are labelled as there is
// room for, the first always.
std::string draw_timeline(const Caption& caption, const std::vector<Column>& columns, Place place);

}  // namespace lede::charts
