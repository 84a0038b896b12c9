// Runs the whole pipeline over a text and compares the quotes with expectations in the text:
//
//   check("“[We won,|direct Ann Lee]” said Ann Lee.");
//
// A label is the kind, the speaker's words (none if there is none), and the polarity if any.
#pragma once

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "pipeline/annotator.h"
#include "support/marked_text.h"

namespace lede::test {

// Paragraphs stand between blank lines.
inline Document annotate(const std::string& text) {
    static const Lexicon lexicon;
    static const pipeline::Annotator annotator(lexicon, {});
    Article article{.id = "test", .text = text};
    for (std::size_t begin = 0; begin < text.size();) {
        std::size_t end = text.find("\n\n", begin);
        if (end == std::string::npos) end = text.size();
        article.blocks.push_back({make_span(begin, end), BlockKind::kParagraph});
        begin = end + 2;
    }
    return annotator.annotate(std::move(article));
}

inline std::string write_quotes(const Document& document, bool resolved) {
    std::vector<MarkedSpan> spans;
    for (const Quote& quote : document.quotes) {
        std::string label(name_of(quote.kind));
        if (quote.speaker)
            label += " " + (resolved ? quote.speaker->name
                                     : std::string(document.text_of(quote.speaker->span)));
        if (!quote.polarity.empty()) label += " " + quote.polarity;
        spans.push_back({quote.place.span, label});
    }
    return write_marked(document.text(), spans);
}

// Speakers as they stand in the text.
inline void check(const std::string& marked) {
    const MarkedText expected = parse_marked(marked);
    CHECK(write_quotes(annotate(expected.text), false) ==
          write_marked(expected.text, expected.spans));
}

// Speakers by their fullest name in the article.
inline void check_names(const std::string& marked) {
    const MarkedText expected = parse_marked(marked);
    CHECK(write_quotes(annotate(expected.text), true) ==
          write_marked(expected.text, expected.spans));
}

}  // namespace lede::test
