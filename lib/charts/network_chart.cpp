#include "charts/network_chart.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "charts/label.h"
#include "charts/scale.h"

namespace lede::charts {
namespace {

constexpr double kRow = 26;
constexpr double kLabel = 112;  // width of the names on each side
constexpr double kLargestDot = 9;
constexpr double kThickest = 7;
constexpr double kMuch = 4;  // from which weight on something is as large as can be

struct Dot {
    double x = 0;
    double y = 0;
    bool is_left = false;
};

// The first half goes down on the right side, the second up on the left.
std::vector<Dot> place_dots(const std::vector<std::size_t>& order, double height) {
    const std::size_t on_right = (order.size() + 1) / 2;
    const double middle = kWidth / 2, center = height / 2;
    const double wide = middle - kLabel - 2 * kLargestDot, high = center - kRow / 2;
    std::vector<Dot> dots(order.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        Dot& dot = dots[order[i]];
        dot.is_left = i >= on_right;
        const std::size_t row = dot.is_left ? order.size() - 1 - i : i;
        const std::size_t rows = dot.is_left ? order.size() - on_right : on_right;
        dot.y = height * (static_cast<double>(row) + 0.5) / static_cast<double>(rows);
        const double up = (dot.y - center) / (high + kRow / 2);
        const double out = wide * std::sqrt(std::max(0.0, 1 - up * up));
        dot.x = middle + (dot.is_left ? -out : out);
    }
    return dots;
}

void draw_name(const Node& node, const Dot& dot, SvgWriter& svg) {
    const double gap = kLargestDot + 4;
    const double room = dot.is_left ? dot.x - gap : kWidth - dot.x - gap;
    svg.text("label", dot.is_left ? dot.x - gap : dot.x + gap, dot.y + 4,
             cut_to_width(node.label, room), dot.is_left ? Anchor::kEnd : Anchor::kBegin,
             node.label);
}

}  // namespace

std::string draw_network(const Caption& caption, const std::vector<Node>& nodes,
                         const std::vector<Link>& links, Place place) {
    if (nodes.empty()) return empty_chart(caption, place);
    const double rows = std::ceil(static_cast<double>(nodes.size()) / 2);
    const double height = std::max(4.0, rows) * kRow;
    SvgWriter svg(caption, height, place);
    const std::vector<Dot> dots = place_dots(order_on_circle(nodes.size(), links), height);
    Scale thickness{.low = 0, .high = kMuch, .begin = 0.5, .end = kThickest};
    for (const Link& link : links) thickness.high = std::max(thickness.high, link.weight);
    for (const Link& link : links) {
        const Dot &a = dots[link.from], &b = dots[link.to];
        // Bent towards the middle, so that lines between neighbours leave the oval.
        const double x = (a.x + b.x + kWidth / 2) / 3, y = (a.y + b.y + height / 2) / 3;
        svg.path("link",
                 fmt::format("M{} {}Q{} {} {} {}", pixels(a.x), pixels(a.y), pixels(x), pixels(y),
                             pixels(b.x), pixels(b.y)),
                 thickness.at(link.weight));
    }
    double most = kMuch;
    for (const Node& node : nodes) most = std::max(most, node.weight);
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        const double radius = 2 + (kLargestDot - 2) * std::sqrt(nodes[i].weight / most);
        svg.circle("bar", dots[i].x, dots[i].y, radius);
        draw_name(nodes[i], dots[i], svg);
    }
    return svg.finish();
}

}  // namespace lede::charts
