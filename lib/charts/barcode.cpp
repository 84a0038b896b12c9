#include "charts/barcode.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>

#include "charts/label.h"

namespace lede::charts {
namespace {

constexpr double kRow = 22;
constexpr double kMark = 14;  // height
constexpr double kMostLabel = 150;
constexpr double kGap = 8;

// Marks as one horizontal line with gaps, as thick as the marks are high.
std::string marks(const std::vector<double>& places, double x, double y, std::size_t columns) {
    std::vector<bool> is_marked(columns, false);
    for (const double place : places) {
        const double at = std::clamp(place, 0.0, 1.0) * static_cast<double>(columns);
        is_marked[std::min(columns - 1, static_cast<std::size_t>(at))] = true;
    }
    std::string data = fmt::format("M{} {}", pixels(x), pixels(y));
    std::size_t moved = 0;  // columns that the path has come to
    for (std::size_t i = 0; i < columns;) {
        if (!is_marked[i]) {
            ++i;
            continue;
        }
        std::size_t end = i;
        while (end < columns && is_marked[end]) ++end;
        if (i > moved) fmt::format_to(std::back_inserter(data), "m{} 0", i - moved);
        fmt::format_to(std::back_inserter(data), "h{}", end - i);
        moved = i = end;
    }
    return data;
}

}  // namespace

std::string draw_barcode(const Caption& caption, const std::vector<Strip>& strips,
                         const std::string& from, const std::string& to, Place place) {
    if (strips.empty()) return empty_chart(caption, place);
    double labels = 0, numbers = 0;
    for (const Strip& strip : strips) {
        labels = std::max(labels, text_width(strip.label));
        numbers = std::max(numbers, std::min(text_width(strip.shown), kMostNumber));
    }
    labels = std::min(labels, kMostLabel);
    const double left = std::ceil(labels + kGap);
    const double right = std::floor(kWidth - numbers - kGap);
    const double bottom = kRow * static_cast<double>(strips.size()) + 2;
    SvgWriter svg(caption, bottom + 20, place);
    double y = kRow / 2;
    for (const Strip& strip : strips) {
        svg.text("label", labels, y + 4, cut_to_width(strip.label, labels), Anchor::kEnd,
                 strip.label);
        svg.line("grid", left, y, right, y);
        svg.path("mark", marks(strip.places, left, y, static_cast<std::size_t>(right - left)),
                 kMark);
        svg.text("soft", kWidth, y + 4, cut_to_width(strip.shown, numbers), Anchor::kEnd);
        y += kRow;
    }
    svg.line("axis", left, bottom, right, bottom);
    const double half = (right - left - kGap) / 2;
    svg.text("soft", left, bottom + 15, cut_to_width(from, half));
    svg.text("soft", right, bottom + 15, cut_to_width(to, half), Anchor::kEnd);
    return svg.finish();
}

}  // namespace lede::charts
