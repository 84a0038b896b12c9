#include "text/literal_search.h"

#include <catch2/catch.hpp>
#include <string>

using namespace lede;

TEST_CASE("a literal is found at every place, as std::string finds it") {
    const std::string hay(100, '.');
    for (const std::string literal : {"q", "Kim", "sanction", "a much longer literal, of words"}) {
        const LiteralSearch exact(literal, false);
        for (std::size_t place = 0; place + literal.size() <= hay.size(); ++place) {
            std::string text = hay;
            text.replace(place, literal.size(), literal);
            REQUIRE(exact.find(text) == text.find(literal));
            REQUIRE(exact.find(text, place + 1) == LiteralSearch::kNotFound);
        }
    }
}

TEST_CASE("case is ignored only when asked") {
    const std::string text = "The U.N. Security Council renewed its SANCTIONS on Thursday.";
    REQUIRE(LiteralSearch("sanctions", true).find(text) == text.find("SANCTIONS"));
    REQUIRE(LiteralSearch("sanctions", false).find(text) == LiteralSearch::kNotFound);
    REQUIRE(LiteralSearch("x", true).find("") == LiteralSearch::kNotFound);
}
