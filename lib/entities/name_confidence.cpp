#include "entities/name_confidence.h"

#include <algorithm>
#include <array>

namespace lede::entities {
namespace {

struct Point {
    float belief;
    float right;  // share of mentions of this belief that are right
};

// Deciles on GUM's news and interviews, left out of the training; between them, straight lines.
constexpr std::array<Point, 8> kCurve = {{{0.0F, 0.0F},
                                          {0.44F, 0.42F},
                                          {0.63F, 0.51F},
                                          {0.78F, 0.54F},
                                          {0.88F, 0.65F},
                                          {0.95F, 0.67F},
                                          {0.99F, 0.69F},
                                          {1.0F, 0.9F}}};

}  // namespace

float calibrated(float belief) {
    belief = std::clamp(belief, 0.0F, 1.0F);
    std::size_t i = 1;
    while (i + 1 < kCurve.size() && kCurve[i].belief < belief) ++i;
    const Point low = kCurve[i - 1];
    const Point high = kCurve[i];
    return low.right +
           (high.right - low.right) * (belief - low.belief) / (high.belief - low.belief);
}

}  // namespace lede::entities
