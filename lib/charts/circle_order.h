// CircleOrder: in which order the things of a network stand around a circle.
//
//   order_on_circle(4, {{0, 2, 5}, {1, 3, 4}, {2, 3, 1}})  ->  2 0 3 1
//
// Things that belong together stand near each other: the next one is always that which is bound
// most strongly to those that stand already. The same network gives the same order; nothing is
// drawn by chance.
#pragma once

#include <cstddef>
#include <vector>

namespace lede::charts {

struct Link {
    std::size_t from = 0;  // numbers of things
    std::size_t to = 0;
    double weight = 1;
};

// All numbers below `things`, each once. Ties go to the lower number. Takes time in proportion to
// things squared plus links times things: for pictures, not for whole networks.
// Requires: ends of links are below `things`.
std::vector<std::size_t> order_on_circle(std::size_t things, const std::vector<Link>& links);

}  // namespace lede::charts
