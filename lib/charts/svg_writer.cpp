#include "charts/svg_writer.h"

#include <fmt/format.h>

#include <cmath>
#include <iterator>
#include <utility>

#include "charts/escape.h"
#include "charts/label.h"

namespace lede::charts {
namespace {

constexpr double kTitleHeight = 28;

constexpr std::string_view kStyle =
    ":root{color-scheme:light dark;--ground:#fff;--ink:#1d1d1f;--soft:#5d5f66;--line:#d9d9d4;"
    "--bar:#2f6f9f;--minus:#b3592b}"
    "@media(prefers-color-scheme:dark){:root{--ground:#17181b;--ink:#e9e9e6;--soft:#a3a6ad;"
    "--line:#3a3c42;--bar:#6fb3e0;--minus:#e59a6b}}"
    "svg text{font:12px system-ui,sans-serif;fill:var(--ink)}svg .soft{fill:var(--soft)}"
    "svg .head{font-weight:600}.ground{fill:var(--ground)}"
    ".bar{fill:var(--bar)}.minus{fill:var(--minus)}"
    ".mark,.link{fill:none;stroke:var(--bar)}.link{stroke-opacity:.45}"
    ".grid,.axis{stroke:var(--line)}.axis{stroke:var(--soft)}";

std::string_view name_of(Anchor anchor) { return anchor == Anchor::kMiddle ? "middle" : "end"; }

}  // namespace

std::string_view chart_style() { return kStyle; }

std::string pixels(double value) {
    const double rounded = std::round(value * 10) / 10;
    return rounded == 0 ? "0" : fmt::format("{}", rounded);
}

SvgWriter::SvgWriter(const Caption& caption, double height, Place place)
    : is_shifted_(place == Place::kFile) {
    const bool is_file = is_shifted_;
    const double whole = height + (is_file ? kTitleHeight : 0);
    const auto to = std::back_inserter(out_);
    fmt::format_to(to, "<svg{} viewBox=\"0 0 {} {}\" role=\"img\" aria-labelledby=\"{}-t {}-d\">\n",
                   is_file ? fmt::format(" xmlns=\"http://www.w3.org/2000/svg\" width=\"{}\" "
                                         "height=\"{}\"",
                                         pixels(kWidth), pixels(whole))
                           : std::string(),
                   pixels(kWidth), pixels(whole), caption.id, caption.id);
    fmt::format_to(to, "<title id=\"{}-t\">{}</title>\n<desc id=\"{}-d\">{}</desc>\n", caption.id,
                   escaped(caption.title), caption.id, escaped(caption.description));
    if (!is_file) return;
    fmt::format_to(to, "<style>{}</style>\n", kStyle);
    rect("ground", 0, 0, kWidth, whole);
    text("head", 4, 17, cut_to_width(caption.title, 0.9 * kWidth));
    fmt::format_to(to, "<g transform=\"translate(0 {})\">\n", pixels(kTitleHeight));
}

void SvgWriter::end_element(std::string_view name, std::string_view hover) {
    if (hover.empty())
        out_ += "/>\n";
    else
        fmt::format_to(std::back_inserter(out_), "><title>{}</title></{}>\n", escaped(hover), name);
}

void SvgWriter::rect(std::string_view css_class, double x, double y, double width, double height,
                     std::string_view hover) {
    fmt::format_to(std::back_inserter(out_),
                   "<rect class=\"{}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"", css_class,
                   pixels(x), pixels(y), pixels(width), pixels(height));
    end_element("rect", hover);
}

void SvgWriter::circle(std::string_view css_class, double x, double y, double radius,
                       std::string_view hover) {
    fmt::format_to(std::back_inserter(out_), "<circle class=\"{}\" cx=\"{}\" cy=\"{}\" r=\"{}\"",
                   css_class, pixels(x), pixels(y), pixels(radius));
    end_element("circle", hover);
}

void SvgWriter::line(std::string_view css_class, double x1, double y1, double x2, double y2) {
    fmt::format_to(std::back_inserter(out_), "<path class=\"{}\" d=\"M{} {}L{} {}\"/>\n", css_class,
                   pixels(x1), pixels(y1), pixels(x2), pixels(y2));
}

void SvgWriter::path(std::string_view css_class, std::string_view data, double stroke_width) {
    fmt::format_to(std::back_inserter(out_), "<path class=\"{}\" stroke-width=\"{}\" d=\"{}\"/>\n",
                   css_class, pixels(stroke_width), data);
}

void SvgWriter::text(std::string_view css_class, double x, double y, std::string_view content,
                     Anchor anchor, std::string_view whole) {
    fmt::format_to(std::back_inserter(out_), "<text class=\"{}\" x=\"{}\" y=\"{}\"", css_class,
                   pixels(x), pixels(y));
    if (anchor != Anchor::kBegin)
        fmt::format_to(std::back_inserter(out_), " text-anchor=\"{}\"", name_of(anchor));
    out_ += '>';
    append_escaped(out_, content);
    if (!whole.empty() && whole != content)
        fmt::format_to(std::back_inserter(out_), "<title>{}</title>", escaped(whole));
    out_ += "</text>\n";
}

std::string SvgWriter::finish() {
    out_ += is_shifted_ ? "</g>\n</svg>\n" : "</svg>\n";
    return std::move(out_);
}

std::string empty_chart(const Caption& caption, Place place) {
    SvgWriter svg(caption, 40, place);
    svg.text("soft", 4, 24, "Nothing to show: none was found.");
    return svg.finish();
}

}  // namespace lede::charts
