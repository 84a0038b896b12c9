// Barcode: where in a corpus things stand, a strip with a mark for each place.
//
//   Whitcombe  |▌▌  ▌     ▌▌▌▌ |  12
//   Marlow     |      ▌        |   1
#pragma once

#include <string>
#include <vector>

#include "charts/svg_writer.h"

namespace lede::charts {

struct Strip {
    std::string label;
    std::vector<double> places;  // shares of the corpus, from 0 (its begin) to 1
    std::string shown;           // beside the strip: how many there are
};

// Places that fall on one pixel are one mark, so that a strip of any number of places takes at most
// some hundred bytes. `from` and `to` stand under the ends.
std::string draw_barcode(const Caption& caption, const std::vector<Strip>& strips,
                         const std::string& from, const std::string& to, Place place);

}  // namespace lede::charts
