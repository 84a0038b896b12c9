// The lines of a plain text, and which of them belong together.
//
//   "A b\n\nC d\ne f"   two groups: "A b" | "C d", "e f"
//
// Lines end at "\n", "\r\n", "\r", U+2028 and U+0085; U+2029 and a blank line end a group.
#pragma once

#include <string_view>
#include <vector>

#include "text/span.h"

namespace lede::reading {

struct TextLine {
    Span span;                 // without the line's end and white space at both ends; not empty
    std::uint32_t width = 0;   // code points
    bool after_blank = false;  // a blank line, or the beginning, stands before it
    bool indented = false;     // two blanks, a tab or more stand before it
};

// All lines that are not blank. Linear.
std::vector<TextLine> split_lines(std::string_view text);

// True for each line that goes on with the paragraph of the line before it, because the text was
// broken to one width: the next word would not have fitted; or because paragraphs begin with blanks
// and it does not. Parallel to `lines`. Linear.
std::vector<bool> find_continuations(std::string_view text, const std::vector<TextLine>& lines);

}  // namespace lede::reading
