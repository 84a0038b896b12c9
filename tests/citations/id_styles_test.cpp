#include "citations/id_styles.h"

#include <catch2/catch.hpp>

using namespace lede;
using citations::IdStyle;

TEST_CASE("an identifier is rewritten for Akoma Ntoso and URN:LEX") {
    REQUIRE(citations::restyle("/us/usc/t22/s9241/a/1", "/us/usc/t22", IdStyle::kAkn) ==
            "/akn/us/act/usc/t22/~s9241__a__1");
    REQUIRE(citations::restyle("/us/usc/t22/s9241/a/1", "/us/usc/t22", IdStyle::kUrnLex) ==
            "urn:lex:us:usc:t22~s9241-a-1");
    REQUIRE(citations::restyle("/us-fl/code/s768.81", "/us-fl/code", IdStyle::kUrnLex) ==
            "urn:lex:us;fl:code~s768.81");
}

TEST_CASE("USLM and unknown identifiers stay as they are") {
    REQUIRE(citations::restyle("/us/pl/114/122", "/us/pl/114/122", IdStyle::kUslm) ==
            "/us/pl/114/122");
    REQUIRE(citations::restyle("", "", IdStyle::kAkn).empty());
}

TEST_CASE("every identifier of a citation is rewritten, also that of its work") {
    Citation citation;
    citation.id = "/us/pl/114/122/s104/a";
    citation.work = "/us/pl/114/122";
    citation.fields = {{"usc", "/us/usc/t22/s9214/a"}};
    citations::restyle(citation, IdStyle::kUrnLex);
    REQUIRE(citation.id == "urn:lex:us:pl:114:122~s104-a");
    REQUIRE(citation.work == "urn:lex:us:pl:114:122");
    REQUIRE(citation.fields[0].second == "urn:lex:us:usc:t22~s9214-a");
}
