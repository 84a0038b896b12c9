#include "text/offset_map.h"

#include <catch2/catch.hpp>

#include "text/utf8.h"

using namespace lede;

TEST_CASE("offsets count code points or UTF-16 units and come back") {
    std::string text;
    for (int i = 0; i < 50; ++i) text += "Milo\u0161evi\u0107 \u201cspoke\u201d \U0001F600 ";
    for (const OffsetUnit unit :
         {OffsetUnit::kCodePoints, OffsetUnit::kUtf16, OffsetUnit::kBytes}) {
        const OffsetMap map(text, unit);
        std::uint32_t expected = 0;
        for (std::size_t at = 0; at < text.size();) {
            const auto bytes = static_cast<std::uint32_t>(at);
            REQUIRE(map.from_bytes(bytes) == expected);
            REQUIRE(map.to_bytes(expected) == bytes);
            const auto next = utf8::decode(text, at);
            at += next.size;
            if (unit == OffsetUnit::kBytes) expected += next.size;
            if (unit == OffsetUnit::kCodePoints) expected += 1;
            if (unit == OffsetUnit::kUtf16) expected += next.code_point > 0xFFFF ? 2 : 1;
        }
        REQUIRE(map.to_bytes(0xFFFFFF) == text.size());
    }
}
