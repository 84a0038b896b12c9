// BarChart: things and a number for each, as bars from one line: to the right, and to the left
// where numbers are below 0.
//
//   Whitcombe ████████████ 0.41
//   Marlow    █████        0.17
#pragma once

#include <string>
#include <vector>

#include "charts/svg_writer.h"

namespace lede::charts {

struct Bar {
    std::string label;
    double value = 0;   // may be infinite: as long as there is room
    std::string shown;  // the value as text
};

// In the order of the bars. Labels that are too long are cut and shown whole over the place; names
// and numbers stand in columns of their own, so that nothing overlaps.
std::string draw_bars(const Caption& caption, const std::vector<Bar>& bars, Place place);

}  // namespace lede::charts
