#include "charts/scale.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace lede::charts {

double Scale::at(double value) const {
    if (!(high > low)) return begin;
    const double share = (std::clamp(value, low, high) - low) / (high - low);
    return begin + share * (end - begin);
}

std::vector<double> round_ticks(double high, std::size_t most) {
    std::vector<double> ticks = {0};
    double power = 1;
    for (;;) {
        for (const double factor : {1.0, 2.0, 5.0}) {
            const double step = factor * power;
            if (std::floor(high / step) > static_cast<double>(most)) continue;
            for (double i = 1; i * step <= high; ++i) ticks.push_back(i * step);
            return ticks;
        }
        power *= 10;
    }
}

std::string tick_label(double value) {
    if (value != std::floor(value) || std::abs(value) >= 1e15) return fmt::format("{:.4g}", value);
    std::string digits = fmt::format("{:.0f}", std::abs(value));
    for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, ",");
    return (value < 0 ? "-" : "") + digits;
}

}  // namespace lede::charts
