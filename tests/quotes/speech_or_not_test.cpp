#include "quote_check.h"

#include <random>

using lede::Document;
using lede::test::annotate;

namespace {

// Checks that the bracketed words, and no others, are marked as no speech, and that nothing is
// reported.
void check_nonspeech(const std::string& marked) {
    const lede::test::MarkedText expected = lede::test::parse_marked(marked);
    const Document document = annotate(expected.text);
    CHECK(document.quotes.empty());
    std::vector<lede::test::MarkedSpan> spans;
    for (const lede::Span span : document.nonspeech) spans.push_back({span, ""});
    CHECK(lede::test::write_marked(expected.text, spans) ==
          lede::test::write_marked(expected.text, expected.spans));
}

}  // namespace

TEST_CASE("scare quotes are no speech") {
    check_nonspeech("The so-called “[peace dividend]” never came.");
    check_nonspeech("Talks do not require the city to “[play nice]” on rights.");
    check_nonspeech("Their “[safe]” harbours were closed.");
}

TEST_CASE("titles of works are no speech") {
    check_nonspeech("Her novel “[The Long Road]” sold well.");
    check_nonspeech("The song \"[Blue Harbor]\" opened the show.");
    check_nonspeech("He wrote the essay “[On Bridges]” in 1990.");
}

TEST_CASE("nicknames are no speech") {
    check_nonspeech("Robert “[Bob]” Miller won the seat.");
    check_nonspeech("The town, known as “[the Bend,]” is small.");
    check_nonspeech("Locals call it “[the Bend.]”");
    check_nonspeech("The bridge was nicknamed “[Old Grumpy.]”");
}

TEST_CASE("terms and words as words are no speech") {
    check_nonspeech("The word “[quorum]” has two meanings.");
    check_nonspeech("A rule called “[first past the post]” decides.");
    check_nonspeech("The term “[swing state]” is old.");
}

TEST_CASE("pieces of one attribution are numbered in text order from 0") {
    const Document document =
        annotate("“We won,” Ann Lee said, “at last.” Officials said that turnout was high.");
    REQUIRE(document.quotes.size() == 3);
    CHECK(document.quotes[0].group == 0);
    CHECK(document.quotes[1].group == 0);
    CHECK(document.quotes[2].group == 1);
}

TEST_CASE("quotes are sorted, lie inside the text and end on code points, whatever the bytes") {
    std::mt19937 random(7);
    const std::vector<std::string> parts = {"“",
                                            "”",
                                            "\"",
                                            "'",
                                            "‘",
                                            "’",
                                            "«",
                                            "»",
                                            "„",
                                            "said",
                                            " ",
                                            "Ann Lee",
                                            ", ",
                                            ". ",
                                            "\n\n",
                                            "that ",
                                            "according to ",
                                            "told ",
                                            "the mayor",
                                            ":",
                                            "won",
                                            "é"};
    for (int round = 0; round < 300; ++round) {
        std::string text;
        for (int i = 0; i < 40; ++i) text += parts[random() % parts.size()];
        const Document document = annotate(text);
        lede::Span previous{0, lede::kNone};
        for (const lede::Quote& quote : document.quotes) {
            const lede::Span span = quote.place.span;
            REQUIRE(span.begin < span.end);
            REQUIRE(span.end <= text.size());
            INFO(text);
            INFO(lede::test::write_quotes(document, false));
            REQUIRE((static_cast<unsigned char>(text[span.begin]) & 0xC0) != 0x80);
            REQUIRE(previous <= span);
            previous = span;
        }
    }
}
