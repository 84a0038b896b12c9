// Treebanks are read with their text, clitics and multiword tokens.
#include "learning/treebank.h"

#include <catch2/catch.hpp>

using namespace lede::learning;

namespace {

constexpr const char* kRows =
    "# newdoc id = envoy\n"
    "# newpar\n"
    "1-2\tDon’t\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "1\tDo\tdo\tAUX\tVB\t_\t0\t_\t_\t_\n"
    "2\tn’t\tnot\tPART\tRB\t_\t0\t_\t_\t_\n"
    "3\tgo\tgo\tVERB\tVB\t_\t0\t_\t_\tSpaceAfter=No\n"
    "4\t.\t.\tPUNCT\t.\t_\t0\t_\t_\t_\n"
    "\n"
    "1-2\tgonna\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "1\tgoing\tgo\tVERB\tVBG\t_\t0\t_\t_\t_\n"
    "1.1\tgone\tgo\tVERB\tVBN\t_\t0\t_\t_\t_\n"
    "2\tto\tto\tPART\tTO\t_\t0\t_\t_\t_\n"
    "\n"
    "# newpar\n"
    "1\tTalks\ttalk\tNOUN\tNNS\t_\t0\t_\t_\t_\n"
    "\n"
    "# newdoc id = storm\n"
    "1\tRain\train\tNOUN\tNN\t_\t0\t_\t_\t_\n";

}  // namespace

TEST_CASE("a treebank's text follows SpaceAfter and paragraphs") {
    const auto documents = parse_conllu("news", kRows);
    REQUIRE(documents.size() == 2);
    REQUIRE(documents[0].id == "envoy");
    REQUIRE(documents[0].text == "Don’t go. gonna\n\nTalks\n");
    REQUIRE(documents[1].text == "Rain\n");
}

TEST_CASE("words of a multiword token are joined, or share its span when it does not spell them") {
    const auto documents = parse_conllu("news", kRows);
    const auto& clitics = documents[0].sentences[0].words;
    REQUIRE(clitics.size() == 4);
    REQUIRE(clitics[1].span.of(documents[0].text) == "n’t");
    REQUIRE(clitics[1].joined);
    REQUIRE_FALSE(clitics[1].fused);
    REQUIRE(clitics[3].span.of(documents[0].text) == ".");
    const auto& fused = documents[0].sentences[1].words;
    REQUIRE(fused.size() == 2);
    REQUIRE(fused[0].fused);
    REQUIRE(fused[1].span.of(documents[0].text) == "gonna");
    REQUIRE(documents[0].sentences[0].span.of(documents[0].text) == "Don’t go.");
}

TEST_CASE("a row with too few columns is refused with its line") {
    REQUIRE_THROWS_WITH(parse_conllu("news", "# text\n1\tRain\train\n"), Catch::Contains("news:2"));
    REQUIRE(parse_conllu("news", "").empty());
}
