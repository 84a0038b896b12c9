#include "charts/sparkline.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace lede::charts {

std::string sparkline(std::span<const double> values) {
    constexpr std::array<std::string_view, 8> kBlocks = {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
    double most = 0;
    for (const double value : values) most = std::max(most, value);
    std::string line;
    for (const double value : values) {
        if (value <= 0) {
            line += "·";
            continue;
        }
        const double height = std::ceil(value / most * static_cast<double>(kBlocks.size()));
        line += kBlocks[std::min(kBlocks.size(), static_cast<std::size_t>(height)) - 1];
    }
    return line;
}

}  // namespace lede::charts
