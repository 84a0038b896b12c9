#include "charts/timeline.h"

#include <fmt/format.h>

#include <algorithm>

#include "charts/label.h"
#include "charts/scale.h"

namespace lede::charts {
namespace {

constexpr double kTop = 8;
constexpr double kBottom = 150;
constexpr double kHeight = 174;
constexpr double kGap = 8;
constexpr double kWidestColumn = 36;

double draw_axis(const std::vector<double>& ticks, Scale scale, SvgWriter& svg) {
    double width = 0;
    for (const double tick : ticks) width = std::max(width, text_width(tick_label(tick)));
    for (const double tick : ticks) {
        const double y = scale.at(tick);
        svg.line(tick == 0 ? "axis" : "grid", width + kGap / 2, y, kWidth, y);
        svg.text("soft", width, y + 4, tick_label(tick), Anchor::kEnd);
    }
    return width + kGap / 2;
}

}  // namespace

std::string draw_timeline(const Caption& caption, const std::vector<Column>& columns, Place place) {
    double most = 0;
    for (const Column& column : columns) most = std::max(most, column.value);
    if (most <= 0) return empty_chart(caption, place);
    SvgWriter svg(caption, kHeight, place);
    const Scale scale{.low = 0, .high = most, .begin = kBottom, .end = kTop};
    const double left = draw_axis(round_ticks(most, 4), scale, svg);
    const double step =
        std::min(kWidestColumn, (kWidth - left) / static_cast<double>(columns.size()));
    const double gap = std::min(step / 5, 3.0);
    double labelled_to = 0;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const Column& column = columns[i];
        const double x = left + step * static_cast<double>(i);
        const double y = scale.at(column.value);
        if (column.value > 0)
            svg.rect("bar", x + gap / 2, y, step - gap, kBottom - y,
                     fmt::format("{}: {}", column.label, tick_label(column.value)));
        const double half = text_width(column.label) / 2;
        const double middle =
            std::min(std::max(x + step / 2, left + half), std::max(kWidth - half, left + half));
        if (i > 0 && middle - half < labelled_to) continue;
        svg.text("soft", middle, kBottom + 17, column.label, Anchor::kMiddle);
        labelled_to = middle + half + kGap;
    }
    return svg.finish();
}

}  // namespace lede::charts
