// Labels: how wide text stands in a picture, and how it is cut to a width.
//
//   cut_to_width("The Northern Ledger of Whitcombe", 100)  ->  "The Northern L…"
//
// Fonts differ and none is asked: widths are those of a wide sans-serif face, so that in most
// faces text comes out narrower than said. It does no line breaking.
#pragma once

#include <string>
#include <string_view>

namespace lede::charts {

// Size of all text in pictures, in pixels.
inline constexpr double kTextSize = 12;

// Room for a number beside what it is of, at most.
inline constexpr double kMostNumber = 90;

// Pixels. Requires: valid UTF-8. Linear.
double text_width(std::string_view text);

// The text, or as much of its beginning as leaves room for an ellipsis. Never cuts a character,
// nor before a mark that belongs to it.
std::string cut_to_width(std::string_view text, double width);

}  // namespace lede::charts
