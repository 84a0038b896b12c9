#include "search/quotation_finder.h"

#include <catch2/catch.hpp>

#include "search/saved_hits.h"

using namespace lede;
using namespace lede::search;

namespace {

Document document(const std::string& text) {
    Document document;
    document.article.id = "a";
    document.article.text = text;
    return document;
}

// The hits between bars.
std::string found(const std::string& quotation, const std::string& text) {
    const Document read = document(text);
    std::string hits;
    for (const Hit& hit : QuotationFinder(quotation).find(read))
        hits += std::string(read.text_of(hit.span)) + '|';
    return hits;
}

}  // namespace

TEST_CASE("a quotation is found again with words changed, left out or put in") {
    const std::string said = "We built these walls for a quieter river";
    CHECK(found(said, "“We built these walls for a quieter river,” she said.") ==
          "We built these walls for a quieter river|");
    CHECK(found(said,
                "She said that they had built those walls for a much quieter river long ago.") ==
          "built those walls for a much quieter river|");
    CHECK(found(said, "The river is wide, and she built a house behind these walls.").empty());
    CHECK(found(said + " … and it has changed",
                "We built these walls for a quieter river, two years before the flood of which we "
                "all speak today, and it has changed.") ==
          "We built these walls for a quieter river, two years before the flood of which we all "
          "speak today, and it has changed|");
    CHECK(
        found("[The mayor] built these walls for a [calmer] river",
              "WE BUILT THESE WALLS FOR A QUIETER RIVER. Nobody built these walls for a river.") ==
        "BUILT THESE WALLS FOR A QUIETER RIVER|built these walls for a river|");
    CHECK(QuotationFinder("… [x]").empty());
}

TEST_CASE("every text with a hit passes the gate of the quotation") {
    const Query gate = QuotationFinder("We built these walls").gate();
    REQUIRE(gate.root.children.size() == 2);
    CHECK(gate.root.children[0].text == "built");
    CHECK(gate.root.children[1].text == "these");
}

TEST_CASE("saved hits are tokens of the whole input, or characters of articles") {
    const auto positions = SavedHits::parse("7\t9\n2\t2\n");
    REQUIRE(positions);
    CHECK(positions.value().are_positions());
    CHECK(positions.value().among(0, 5) == std::vector<TokenHit>{{2, 3}});
    CHECK(positions.value().among(5, 5) == std::vector<TokenHit>{{2, 5}});

    const auto table = SavedHits::parse("id\thit\tbegin\tend\na\t1\t3\t8\nb\t1\t0\t2\n");
    REQUIRE(table);
    CHECK_FALSE(table.value().are_positions());
    const Document read = document("é: Hanoi.");
    const std::vector<Hit> hits = table.value().of(read);
    REQUIRE(hits.size() == 1);
    CHECK(read.text_of(hits[0].span) == "Hanoi");
    CHECK(SavedHits::parse("a line\n").error().record == 1);
    CHECK_FALSE(SavedHits::parse("2\t1\n"));
}
