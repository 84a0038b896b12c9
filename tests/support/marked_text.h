// Expectations written inside the text: "[Kim Jong Un|PER] told [Just Security|ORG]".
//
//   MarkedText marked = parse_marked("[Kim|PER] left");
//   marked.text  -> "Kim left"       marked.spans -> {{{0, 3}, "PER"}}
//
// `[` opens, `|` begins the label, `]` closes; marks nest. `\[`, `\]`, `\|` are the characters
// themselves. A label may be left out: "[Kim]".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace lede::test {

struct MarkedSpan {
    Span span;
    std::string label;
    friend bool operator==(const MarkedSpan&, const MarkedSpan&) = default;
};

struct MarkedText {
    std::string text;
    std::vector<MarkedSpan> spans;  // in order of begin, ties longer first
};

// Throws std::invalid_argument on unbalanced marks.
MarkedText parse_marked(std::string_view marked);

// The inverse: writes the spans into the text, so that a failing test shows both as people read
// them. Requires: spans nest.
std::string write_marked(std::string_view text, std::vector<MarkedSpan> spans);

}  // namespace lede::test
