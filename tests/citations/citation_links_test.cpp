// What a citation carries besides its place and identifier.
#include <algorithm>
#include <catch2/catch.hpp>

#include "citations/citation_finder.h"

using namespace lede;

namespace {

std::vector<Citation> find(std::string_view text, std::string_view id = "") {
    const citations::CitationFinder finder(Lexicon(), {});
    Document document;
    document.article.text = text;
    document.article.id = id;
    return finder.find(document);
}

std::string field(const Citation& citation, std::string_view key) {
    for (const auto& [name, value] : citation.fields)
        if (name == key) return value;
    return "";
}

}  // namespace

TEST_CASE("an act and the places of it in parentheses are the same thing") {
    const auto found =
        find("the Uyghur Human Rights Policy Act of 2020 (Public Law 116-145) was signed in June");
    REQUIRE(found.size() == 2);
    CHECK(found[0].same == std::vector<std::uint32_t>{1});
    CHECK(found[1].same == std::vector<std::uint32_t>{0});
    CHECK(found[0].work == "/us/pl/116/145");
    CHECK(found[0].title == "Uyghur Human Rights Policy Act of 2020");
    CHECK(found[0].url == "https://www.govinfo.gov/link/plaw/116/public/145");
}

TEST_CASE("an act that no table knows takes the number that stands behind it") {
    const auto found = find(
        "The Harbor Lights Safety Act of 2018 (Public Law 115-300) pays; section 4 of that Act "
        "does not.");
    REQUIRE(found.size() == 3);
    CHECK(found[0].id == "/us/pl/115/300");
    CHECK(found[2].id == "/us/pl/115/300/s4");
    CHECK(found[2].kind == CitationKind::kShort);
}

TEST_CASE("a section of an act tells where it stands in the Code") {
    const auto found = find("Section 212(a)(3) of the Immigration and Nationality Act bars them.");
    REQUIRE(found.size() == 1);
    CHECK(field(found[0], "usc") == "/us/usc/t8/s1182/a/3");
}

TEST_CASE("a file of the Code tells what its title is") {
    const auto found = find("as provided in section 433e of this title", "usc16.xml");
    REQUIRE(found.size() == 1);
    CHECK(found[0].id == "/us/usc/t16/s433e");
    CHECK(find("as provided in section 433e of this title")[0].id.empty());
}

TEST_CASE("a described law names candidates and no identifier") {
    const auto found =
        find("North Korea has nuclear arms. Under a key law passed in 2016, sanctions stay.");
    REQUIRE(found.size() == 1);
    CHECK(found[0].kind == CitationKind::kDescribed);
    CHECK(found[0].id.empty());
    CHECK(field(found[0], "year") == "2016");
    CHECK(std::count(found[0].candidates.begin(), found[0].candidates.end(), "/us/pl/114/122") ==
          1);
}
