// SvgWriter: one picture, element by element.
//
//   SvgWriter svg({.id = "quotes", .title = "Who is quoted", .description = "…"}, 120,
//   Place::kFile); svg.rect("bar", 100, 4, 60, 12); svg.text("label", 96, 14, "Whitcombe",
//   Anchor::kEnd); svg.finish()                                              the whole <svg>
//   element
//
// All pictures are 440 wide, in units that are pixels at full size; text is never smaller than
// that on a page of 400 pixels. Title and description are read by screen readers. What is written
// as text stays text; there are no scripts, links or outer resources. Colours are in a style sheet
// (chart_style), one for light and one for dark, which a page states once and a file carries.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace lede::charts {

inline constexpr double kWidth = 440;

struct Caption {
    std::string id;     // unique on its page: letters, digits, hyphens
    std::string title;  // one line
    std::string description;
};

// Where the picture stands. A file shows its title, has a ground and carries its colours.
enum class Place : std::uint8_t { kPage, kFile };

enum class Anchor : std::uint8_t { kBegin, kMiddle, kEnd };

class SvgWriter {
  public:
    SvgWriter(const Caption& caption, double height, Place place);

    // Classes: "bar" and "minus" are filled, "grid", "axis" and "link" are drawn. `hover` is shown
    // over the element.
    void rect(std::string_view css_class, double x, double y, double width, double height,
              std::string_view hover = {});
    void circle(std::string_view css_class, double x, double y, double radius,
                std::string_view hover = {});
    void line(std::string_view css_class, double x1, double y1, double x2, double y2);
    // `data` is path data of our own making.
    void path(std::string_view css_class, std::string_view data, double stroke_width);
    // Classes: "label", "soft". `whole` is shown over text that was cut.
    void text(std::string_view css_class, double x, double y, std::string_view content,
              Anchor anchor = Anchor::kBegin, std::string_view whole = {});

    std::string finish();

  private:
    void end_element(std::string_view name, std::string_view hover);

    std::string out_;
    bool is_shifted_;  // below the title
};

// A number of pixels with one digit at most: "12", "12.5", never "-0".
std::string pixels(double value);

// A picture that says that there is nothing to show.
std::string empty_chart(const Caption& caption, Place place);

// The style sheet of all pictures, for the page.
std::string_view chart_style();

}  // namespace lede::charts
