// UTF-8: the project's one decoder, validation, and the one rule for broken bytes.
//
//   decode("é!", 0)        -> {U+00E9, 2 bytes, valid}
//   repair("caf\xE9 noir") -> "caf\uFFFD noir"
//
// Broken bytes become U+FFFD by the maximal-subpart rule (Unicode 15, chapter 3.9, table 3-8): one
// replacement for each longest prefix of a well-formed sequence, one for each other bad byte.
// Nothing here allocates except `repair`, and nothing depends on the locale.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace lede::utf8 {

inline constexpr char32_t kReplacement = 0xFFFD;

struct Decoded {
    char32_t code_point;  // kReplacement where `valid` is false
    std::uint32_t size;   // bytes consumed, at least 1
    bool valid;
};

// Decodes the sequence that begins at `at`. Requires: at < text.size().
Decoded decode_multibyte(std::string_view text, std::size_t at);

inline Decoded decode(std::string_view text, std::size_t at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) return {byte, 1, true};
    return decode_multibyte(text, at);
}

// The code point that ends just before `at`. Requires: 0 < at <= text.size(), valid UTF-8.
Decoded decode_before(std::string_view text, std::size_t at);

// Appends `code_point` in UTF-8; surrogates and values above U+10FFFF become U+FFFD.
void append(std::string& out, char32_t code_point);

constexpr bool is_continuation(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

// Offset of the first byte that is not part of well-formed UTF-8, or text.size(). Linear, and
// several GB/s on ASCII.
std::size_t find_invalid(std::string_view text);
inline bool is_valid(std::string_view text) { return find_invalid(text) == text.size(); }

// The text with every ill-formed part replaced by U+FFFD (maximal subparts). Linear.
std::string repair(std::string_view text);

// Number of code points, and of UTF-16 code units. Requires: valid UTF-8.
std::size_t count_code_points(std::string_view text);
std::size_t count_utf16_units(std::string_view text);

}  // namespace lede::utf8
