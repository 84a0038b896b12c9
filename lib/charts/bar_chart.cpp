#include "charts/bar_chart.h"

#include <algorithm>
#include <cmath>

#include "charts/label.h"
#include "charts/scale.h"

namespace lede::charts {
namespace {

constexpr double kRow = 20;
constexpr double kBarHeight = 12;
constexpr double kMostLabel = 170;
constexpr double kGap = 8;

// The largest finite value on each side of 0; an axis of some length where there is none.
Scale scale_of(const std::vector<Bar>& bars) {
    Scale scale{.low = 0, .high = 0};
    for (const Bar& bar : bars) {
        if (!std::isfinite(bar.value)) continue;
        scale.low = std::min(scale.low, bar.value);
        scale.high = std::max(scale.high, bar.value);
    }
    for (const Bar& bar : bars) {
        if (std::isfinite(bar.value)) continue;
        const double length = std::max({1.0, scale.high, -scale.low});
        (bar.value < 0 ? scale.low : scale.high) = bar.value < 0 ? -length : length;
    }
    return scale;
}

}  // namespace

std::string draw_bars(const Caption& caption, const std::vector<Bar>& bars, Place place) {
    if (bars.empty()) return empty_chart(caption, place);
    double labels = 0, numbers = 0;
    for (const Bar& bar : bars) {
        labels = std::max(labels, text_width(bar.label));
        numbers = std::max(numbers, std::min(text_width(bar.shown), kMostNumber));
    }
    labels = std::min(labels, kMostLabel);
    Scale scale = scale_of(bars);
    scale.begin = labels + kGap;
    scale.end = kWidth - numbers - kGap;
    const double zero = scale.at(0);
    const double height = kRow * static_cast<double>(bars.size()) + 4;
    SvgWriter svg(caption, height, place);
    double y = 2;
    for (const Bar& bar : bars) {
        const std::string label = cut_to_width(bar.label, labels);
        svg.text("label", labels, y + 14, label, Anchor::kEnd, bar.label);
        const double x = scale.at(bar.value);
        svg.rect(bar.value < 0 ? "minus" : "bar", std::min(x, zero), y + 4, std::abs(x - zero),
                 kBarHeight);
        svg.text("soft", kWidth, y + 14, cut_to_width(bar.shown, numbers), Anchor::kEnd);
        y += kRow;
    }
    svg.line("axis", zero, 0, zero, height);
    return svg.finish();
}

}  // namespace lede::charts
