#include "text/utf8.h"

#include <catch2/catch.hpp>

using namespace lede;

TEST_CASE("well-formed sequences decode to their code point") {
    const std::string text = "a\u00e9\u2019\U0001F600";
    std::vector<char32_t> seen;
    for (std::size_t at = 0; at < text.size();) {
        const auto next = utf8::decode(text, at);
        REQUIRE(next.valid);
        seen.push_back(next.code_point);
        at += next.size;
    }
    REQUIRE(seen == std::vector<char32_t>{U'a', U'\u00e9', U'\u2019', U'\U0001F600'});
}

TEST_CASE("broken bytes become one U+FFFD for each maximal subpart") {
    // Unicode 15, table 3-8: three subparts, then an intact letter.
    REQUIRE(utf8::repair("\xE1\x80\xE2\xF0\x91\x92\xF1\xBF"
                         "A") == "\uFFFD\uFFFD\uFFFD\uFFFDA");
    REQUIRE(utf8::repair("\xC0\xAF") == "\uFFFD\uFFFD");
    REQUIRE(utf8::repair("\xED\xA0\x80") == "\uFFFD\uFFFD\uFFFD");
    REQUIRE(utf8::repair("caf\xE9 noir") == "caf\uFFFD noir");
    REQUIRE(utf8::repair("plain") == "plain");
    REQUIRE(utf8::find_invalid("0123456789\xFFx") == 10);
}

TEST_CASE("append writes what decode reads and refuses surrogates") {
    for (const char32_t c : {U'A', U'\u00df', U'\u20ac', U'\U00010348'}) {
        std::string out;
        utf8::append(out, c);
        REQUIRE(utf8::decode(out, 0).code_point == c);
        REQUIRE(utf8::decode_before(out, out.size()).code_point == c);
    }
    std::string out;
    utf8::append(out, 0xD800);
    REQUIRE(out == "\uFFFD");
}
