#include <catch2/catch.hpp>

#include "pipeline/annotator.h"
#include "support/marked_text.h"

namespace {

using lede::test::MarkedSpan;

lede::Document annotate(const std::string& text) {
    const lede::Lexicon lexicon;
    const lede::pipeline::Annotator annotator(lexicon, {});
    lede::Article article{.id = "test", .text = text};
    std::size_t begin = 0;
    while (begin < text.size()) {
        std::size_t end = text.find("\n\n", begin);
        if (end == std::string::npos) end = text.size();
        article.blocks.push_back({lede::make_span(begin, end), lede::BlockKind::kParagraph});
        begin = end + 2;
    }
    return annotator.annotate(std::move(article));
}

// The quotes written into the text: [content|kind speaker].
std::string write(const lede::Document& document) {
    std::vector<MarkedSpan> spans;
    for (const lede::Quote& quote : document.quotes) {
        std::string label(name_of(quote.kind));
        if (quote.speaker) label += " " + std::string(document.text_of(quote.speaker->span));
        if (!quote.polarity.empty()) label += " " + quote.polarity;
        spans.push_back({quote.place.span, label});
    }
    return lede::test::write_marked(document.text(), spans);
}

void check(const std::string& marked) {
    const lede::test::MarkedText expected = lede::test::parse_marked(marked);
    CHECK(write(annotate(expected.text)) ==
          lede::test::write_marked(expected.text, expected.spans));
}

}  // namespace

TEST_CASE("a direct quotation takes the speaker beside its cue") {
    check("“[We won,|direct Maria Lopez]” Maria Lopez said.");
    check("“[We won,|direct Maria Lopez]” said Maria Lopez.");
    check("Maria Lopez said, “[We won.|direct Maria Lopez]”");
    check("Maria Lopez told reporters on Monday: “[We won.|direct Maria Lopez]”");
}

TEST_CASE("a quotation split by its cue is two pieces of one group") {
    check(
        "“[We won,|direct Maria Lopez]” Maria Lopez said, “[and we will win again.|direct Maria "
        "Lopez]”");
    const auto document = annotate("“We won,” said Maria Lopez. “We will win again.”");
    REQUIRE(document.quotes.size() == 2);
    CHECK(document.quotes[0].group == document.quotes[1].group);
}

TEST_CASE("an indirect report is the clause after its cue") {
    check("Maria Lopez said that [the vote was fair|indirect Maria Lopez].");
    check("The mayor said on Monday [the vote was fair|indirect The mayor].");
    check("[The vote was fair|indirect the mayor], the mayor said on Monday.");
    check("According to the mayor, [the vote was fair|indirect the mayor].");
    check("[The vote was fair|indirect the mayor], according to the mayor.");
}

TEST_CASE("titles, terms and scare quotes are no speech") {
    check("The so-called “peace dividend” never came.");
    check("Her novel “The Long Road” sold well.");
}
