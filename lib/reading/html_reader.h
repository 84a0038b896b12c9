// From the characters of a page to its tree, by libxml2's recovering HTML parser.
//
//   read_html("<p>Kim <b>met") -> HtmlTree of html, body, p, "Kim ", b, "met"
//
// Scans before the parser keep the whole linear: the parser is quadratic in the attributes of one
// tag, and for each end tag it looks through all open elements. Elements below the deepest stored
// level stand beside each other on it, so that no text is lost; a page over the other limits is an
// error, never a part of a page.
#pragma once

#include <string>

#include "model/result.h"
#include "reading/html_tree.h"

namespace lede::reading {

inline constexpr std::size_t kMaxAttributes = 1000;    // of one tag
inline constexpr std::size_t kMaxDepth = 1000;         // of stored elements
inline constexpr std::size_t kMaxLooks = 400'000'000;  // open elements times end tags

// Requires: `page` is valid UTF-8 without NUL, below 4 GiB. The Error has position and what.
Result<HtmlTree> read_html(const std::string& page);

}  // namespace lede::reading
