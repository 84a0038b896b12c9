#include "quotes/quote_marks.h"

#include <catch2/catch.hpp>

#include "support/marked_text.h"

namespace {

using lede::Block;
using lede::BlockKind;

std::vector<lede::quotes::MarkedSpan> find_marks(const std::string& text,
                                                 const std::vector<Block>& blocks) {
    static const lede::quotes::WordClasses classes{lede::Lexicon()};
    return lede::quotes::find_marks(text, blocks, classes);
}

// Blocks of a text: paragraphs between blank lines.
std::vector<Block> paragraphs(const std::string& text) {
    std::vector<Block> blocks;
    std::size_t begin = 0;
    while (begin < text.size()) {
        std::size_t end = text.find("\n\n", begin);
        if (end == std::string::npos) end = text.size();
        blocks.push_back({lede::make_span(begin, end), BlockKind::kParagraph});
        begin = end + 2;
    }
    return blocks;
}

// Writes the inner spans that are found into the text, without expectations.
std::string found(const std::string& text) {
    std::vector<lede::test::MarkedSpan> spans;
    for (const auto& span : find_marks(text, paragraphs(text))) spans.push_back({span.inner, ""});
    return lede::test::write_marked(text, spans);
}

// Checks that exactly the bracketed spans are found.
void check(const std::string& marked) {
    const lede::test::MarkedText expected = lede::test::parse_marked(marked);
    CHECK(found(expected.text) == lede::test::write_marked(expected.text, expected.spans));
}

}  // namespace

TEST_CASE("curly double marks pair") { check("“[We won,]” she said, “[and we will win again.]”"); }

TEST_CASE("straight double marks pair by the space around them") {
    check("\"[We won,]\" she said. \"[We will win again.]\"");
    check("The council (\"[a farce]\", he said) met.");
}

TEST_CASE("single marks pair and apostrophes do not") {
    check("He said: ‘[We don’t know the workers’ names.]’");
    check("He said: '[We don't know.]' The workers' union didn't reply.");
    check("In the ’90s, rock ’n’ roll was king; ’twas loud.");
    check("The mayors' plan and the drivers' plan differ.");
}

TEST_CASE("nested marks keep their level") {
    check("“[He told me, ‘[Go home,]’ and left,]” she said.");
    check("‘[He told me, “[Go home,]” and left,]’ she said.");
}

TEST_CASE("low-high and reversed marks pair") {
    check("„[Wir haben gewonnen]“, sagte sie.");
    check("„[We won]”, she said.");
    check("”[We won]”, she said.");
}

TEST_CASE("angle marks pair both ways") {
    check("«[We won]», she said.");
    check("»[We won]«, she said.");
    check("« [We won] », she said.");
    check("He said «[she told me ‹[no]› twice]».");
}

TEST_CASE("doubled single marks are double marks") { check("``[We won,]'' she said."); }

TEST_CASE("inches and feet are no quote marks") {
    check("The 6'2\" guard bought a 12\" pipe.");
    check("\"[The 6'2\" guard is out,]\" he said.");
}

TEST_CASE("a quotation reopened at each paragraph is one chain") {
    const std::string text = "“We won.\n\n“We will win again.\n\n“And again,” she said.";
    const auto spans = find_marks(text, paragraphs(text));
    REQUIRE(spans.size() == 3);
    CHECK_FALSE(spans[0].closed);
    CHECK(spans[1].continues == 0);
    CHECK(spans[2].continues == 1);
    CHECK(spans[2].closed);
}

TEST_CASE("a lost mark disturbs no other paragraph") {
    check("“[We won, she said.]\n\nHe left. “[We lost,]” he said.");
    check("We won,” she said.\n\n“[We lost,]” he said.");
    check("\"[We won, she said.]\n\nHe left. \"[We lost,]\" he said.");
}

TEST_CASE("a mark that is lost inside a paragraph ends with its sentence") {
    check("“[We won, she said.] Then “[we lost,]” he said.");
}

TEST_CASE("a quotation broken over lines runs to its close") {
    check("“[We won.\n\nWe will win again.]” she said.");
}

TEST_CASE("marks with spaces on the wrong side still pair") {
    check("\" [Warhol liked it] \", Wilkins said.");
}

TEST_CASE("empty and lonely marks give nothing") {
    check("");
    check("\"\"");
    check("It was “ ” and no more.");
    check("\"");
    check("''");
}
