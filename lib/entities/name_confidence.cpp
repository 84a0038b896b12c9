#include "entities/name_confidence.h"

#include <algorithm>
#include <array>

namespace lede::entities {
namespace {

struct Point {
    float belief;
    float right;  // share of mentions of this belief that are right
};

// Deciles on the news of GUM and VOA and the answers of EWT, left out of the training; between
// them, straight lines.
constexpr std::array<Point, 8> kCurve = {{{0.0F, 0.0F},
                                          {0.48F, 0.48F},
                                          {0.67F, 0.53F},
                                          {0.83F, 0.65F},
                                          {0.93F, 0.73F},
                                          {0.97F, 0.80F},
                                          {0.99F, 0.86F},
                                          {1.0F, 0.90F}}};

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
