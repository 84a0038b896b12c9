// Quote marks: which marks of a text belong together, and which are apostrophes or inches.
//
//   “We ‘won’,” she said.      -> {“We ‘won’,”} and, inside it, {‘won’}
//   the workers’ 6'2" guard    -> nothing
//
// Knows curly, straight, low-high, reversed and angle marks (both ways), doubled single ones
// (``so''), quotations reopened at each paragraph, and marks that were never closed. Whether a pair
// holds speech is not decided here.
#pragma once

#include <string_view>
#include <vector>

#include "model/article.h"
#include "quotes/word_classes.h"
#include "text/span.h"

namespace lede::quotes {

// One quotation between marks.
struct MarkedSpan {
    Span outer;                       // with its marks
    Span inner;                       // without marks and the white space beside them
    std::uint32_t parent = kNone;     // the marked span it is nested in
    std::uint32_t continues = kNone;  // the marked span it reopens: paragraph two of one quotation
    bool is_double = true;            // “ ” " „ « », as against ‘ ’ ' ‹ ›
    bool closed = true;               // false: no closing mark; `inner` ends with its block
    friend bool operator==(const MarkedSpan&, const MarkedSpan&) = default;
};

// The marked spans of all blocks but boilerplate, by begin, longer first.
//
// A mark's direction is its shape's, or for straight marks that of the white space and punctuation
// around it. A mark left open ends with its block, so that one lost mark never disturbs the next
// paragraph; `classes` names the words that begin with an apostrophe (’tis). Only where the next
// mark, at most 4,000 bytes on, is a closing one, the span runs up to that (a quotation whose lines
// were broken apart). Linear; any bytes.
std::vector<MarkedSpan> find_marks(std::string_view text, const std::vector<Block>& blocks,
                                   const WordClasses& classes);

}  // namespace lede::quotes
