// Highlights: a document's annotations as nested marks in its running text, for people.
//
//   walk_highlights(document, block.span, highlights, sink)
//   calls  text("He met "), open(Kim), text("Kim"), close(Kim), text(" on …"), …
//
// Annotations that cross are cut where they cross, so that what is opened closes in order.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "model/document.h"

namespace lede::writing {

enum class HighlightKind : std::uint8_t { kQuote, kCitation, kDate, kMention };

struct Highlight {
    Span span;
    HighlightKind kind = HighlightKind::kMention;
    std::uint32_t index = 0;  // in the document's layer of that kind
};

// All of the document's annotations, in order of begin, ties longer first.
std::vector<Highlight> highlights_of(const Document& document);

class HighlightSink {
  public:
    HighlightSink() = default;
    HighlightSink(const HighlightSink&) = delete;
    HighlightSink& operator=(const HighlightSink&) = delete;
    virtual ~HighlightSink() = default;
    virtual void text(std::string_view text) = 0;
    // `first` is false where a mark goes on after a cut.
    virtual void open(const Highlight& highlight, bool first) = 0;
    virtual void close(const Highlight& highlight) = 0;
};

// Walks the text under `within`. `highlights` are those of the whole document that begin at or
// after `next`, which moves past those of this stretch: walk stretches in order. Marks are cut at
// the end of the stretch. Linear in the text and in the depth of nesting.
void walk_highlights(const Document& document, Span within, std::span<const Highlight> highlights,
                     std::size_t& next, HighlightSink& sink);

}  // namespace lede::writing
