#include "text/roman_numeral.h"

#include <catch2/catch.hpp>

using namespace lede;

TEST_CASE("roman numerals have the value of their letters, less those before a greater one") {
    CHECK(roman_value("I") == 1);
    CHECK(roman_value("XIV") == 14);
    CHECK(roman_value("XLIX") == 49);
    CHECK(roman_value("CCXC") == 290);
}

TEST_CASE("what is no roman numeral has no value") {
    for (const std::string_view text : {"", "iv", "4", "M", "XV.", "XXXXXXXXXXXXXXXX", "CCCC"})
        CHECK(roman_value(text) == 0);
}
