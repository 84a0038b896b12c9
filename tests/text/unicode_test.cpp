#include "text/unicode.h"

#include <catch2/catch.hpp>

using namespace lede;

TEST_CASE("properties answer for ASCII and beyond") {
    REQUIRE(unicode::is_upper(U'\u00c9'));
    REQUIRE(unicode::is_lower(U'\u0107'));
    REQUIRE(unicode::is_letter(U'\u4e2d'));
    REQUIRE(unicode::is_space(U'\u00a0'));
    REQUIRE(unicode::is_punctuation(U'\u201c'));
    REQUIRE_FALSE(unicode::is_letter(U'$'));
}

TEST_CASE("folding makes one key of typographic variants") {
    REQUIRE(unicode::fold("KIM\u2019s") == "kim's");
    REQUIRE(unicode::fold("\u00c9t\u00e9") == "\u00e9t\u00e9");
    REQUIRE(unicode::equal_folded("Vice\u2011President", "vice-president"));
}
