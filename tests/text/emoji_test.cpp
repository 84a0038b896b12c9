#include "text/emoji.h"

#include <catch2/catch.hpp>

using namespace lede;

TEST_CASE("an emoji is one however many code points it takes") {
    for (const std::string_view emoji :
         {"👍", "👍🏽", "❤️", "🇺🇸", "👩‍👩‍👧‍👦", "🏳️‍🌈"})
        CHECK(emoji_size(emoji, 0) == emoji.size());
    CHECK(emoji_size("🇺🇸🇰🇵", 0) == 8);
    CHECK(emoji_size("🎉🎉", 0) == 4);
}

TEST_CASE("what text style shows is no emoji") {
    for (const std::string_view text : {"a", "©", "1", "’", "é", "\xF0\x9F", "❤"})
        CHECK(emoji_size(text, 0) == 0);
}
