// Emoji: where one emoji as people see it ends.
//
//   emoji_size("👍🏽!", 0) -> 8
//   emoji_size("🇺🇸🇰🇵", 0) -> 8 (one flag)
//   emoji_size("a", 0) -> 0
//
// Sequences of UTS #51: flags, skin tones, variation selectors, keycaps, tags, and pictographs
// joined by U+200D. Whether a font can draw them as one is not asked.
#pragma once

#include <cstddef>
#include <string_view>

namespace lede {

// Bytes of the emoji sequence that begins at `at`, or 0. Marks such as © that are text unless a
// variation selector follows count only with it. Requires: at < text.size(). Linear in the result.
std::size_t emoji_size(std::string_view text, std::size_t at);

}  // namespace lede
