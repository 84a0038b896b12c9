// NetworkChart: things as dots on an oval, with lines between those that belong together.
//
// Names stand outside, on both sides, each in a row of its own, so that none covers another.
#pragma once

#include <string>
#include <vector>

#include "charts/circle_order.h"
#include "charts/svg_writer.h"

namespace lede::charts {

struct Node {
    std::string label;
    double weight = 1;  // above 0: the dot's area
};

// Lines are as thick as their links are strong. Requires: ends of links are numbers of nodes.
std::string draw_network(const Caption& caption, const std::vector<Node>& nodes,
                         const std::vector<Link>& links, Place place);

}  // namespace lede::charts
