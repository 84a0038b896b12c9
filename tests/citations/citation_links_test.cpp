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

TEST_CASE("a citation links to the page of its section") {
    const auto url = [](std::string_view text) {
        const auto found = find(text);
        return found.empty() ? std::string("nothing found") : found[0].url;
    };
    CHECK(url("It is murder under Ohio Revised Code 2903.01, the jury heard.") ==
          "https://codes.ohio.gov/ohio-revised-code/section-2903.01");
    CHECK(url("He was held under Tex. Penal Code § 19.02(b) that day.") ==
          "https://statutes.capitol.texas.gov/Docs/PE/htm/PE.19.htm#19.02");
    CHECK(url("The heirs cited Me. Stat. tit. 14, § 752 in their claim.") ==
          "https://legislature.maine.gov/statutes/14/title14sec752.html");
    CHECK(url("He was charged under MCL 750.316 that day.") ==
          "http://legislature.mi.gov/doc.aspx?mcl-750-316");
    CHECK(url("It rests on Section 3 of the 14th Amendment, she said.") ==
          "https://constitution.congress.gov/browse/amendment-14/");
    CHECK(url("It rests on Article I, Section 8 of the U.S. Constitution.") ==
          "https://constitution.congress.gov/browse/article-1/section-8/");
    CHECK(url("The judge barred it under Fed. R. Evid. 404(b) on Monday.") ==
          "https://www.law.cornell.edu/rules/fre/rule_404#rule_404_b");
    CHECK(url("The vote on A/RES/61/295 was close.") == "https://undocs.org/A/RES/61/295");
}

TEST_CASE("a state's citation carries its numbers as fields") {
    const auto found = find("The suit rests on 735 Ill. Comp. Stat. 5/2-1001 and little else.");
    REQUIRE(found.size() == 1);
    CHECK(field(found[0], "jurisdiction") == "us-il");
    CHECK(field(found[0], "chapter") == "735");
    CHECK(field(found[0], "act") == "5");
    CHECK(field(found[0], "section") == "2-1001");
    const auto rule = find("The plant broke 30 Tex. Admin. Code § 101.1 twice, inspectors said.");
    REQUIRE(rule.size() == 1);
    CHECK(field(rule[0], "title") == "30");
    CHECK(field(rule[0], "section") == "101.1");
}
