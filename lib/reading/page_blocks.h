// The visible text of a page, cut where a reader sees a new line begin.
//
//   <h2>Cod</h2><p>Ministers <a href=…>met</a>.<br><br>They left.</p>
//   -> heading "Cod" · paragraph "Ministers met." (link: 3 of 14 characters) · paragraph "They
//   left."
//
// White space is collapsed as a browser does it; a single <br> is "\n"; soft hyphens and zero-width
// blanks are left out and no-break spaces become blanks, because the text is ours here.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "reading/html_tree.h"

namespace lede::reading {

struct PageBlock {
    std::uint32_t node = 0;        // the block element that the text stands in directly
    std::uint32_t first_node = 0;  // the first text of it
    Tag tag = Tag::kP;             // the nearest element that says what it is: heading, li, td, …
    std::string text;
    std::uint32_t letters = 0;       // code points that are no white space
    std::uint32_t link_letters = 0;  // those of them that stand in links
};

// All blocks with visible text, in order. Linear.
std::vector<PageBlock> find_page_blocks(const HtmlTree& tree);

}  // namespace lede::reading
