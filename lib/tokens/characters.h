// What one character is to the tokenizer: part of a word, apostrophe, mark, …
//
//   word_char_size("é!", 0) -> 2      apostrophe_size("’s", 0) -> 3      both 0: it is not one
//
// ASCII is answered from a table, the rest by Unicode general category.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "text/unicode.h"
#include "text/utf8.h"

namespace lede::tokens {

enum ByteClass : std::uint8_t {
    kWordByte = 1,    // ASCII letter, digit, underscore
    kSpaceByte = 2,   // ASCII white space and other controls
    kHighByte = 4,    // part of a character beyond ASCII
    kPlainByte = 8,   // ASCII letter
    kColonByte = 16,  // :
    kAtByte = 32,     // @
    kPeriodByte = 64,
};

inline constexpr auto kByteClass = [] {
    std::array<std::uint8_t, 256> table{};
    for (unsigned c = 0; c <= ' '; ++c) table[c] = kSpaceByte;
    table[0x7F] = kSpaceByte;
    for (unsigned c = '0'; c <= '9'; ++c) table[c] = kWordByte;
    for (unsigned c = 'A'; c <= 'Z'; ++c) table[c] = kWordByte | kPlainByte;
    for (unsigned c = 'a'; c <= 'z'; ++c) table[c] = kWordByte | kPlainByte;
    table['_'] = kWordByte;
    table[':'] = kColonByte;
    table['@'] = kAtByte;
    table['.'] = kPeriodByte;
    for (unsigned c = 0x80; c <= 0xFF; ++c) table[c] = kHighByte;
    return table;
}();

inline std::uint8_t byte_class(char c) { return kByteClass[static_cast<unsigned char>(c)]; }

// Bytes of the white space character (or control, or byte order mark) at `at`, or 0: the same for
// characters beyond ASCII, all of them by name.
inline std::size_t other_space_size(std::string_view text, std::size_t at) {
    const auto lead = static_cast<unsigned char>(text[at]);
    if (lead != 0xC2 && lead != 0xE1 && lead != 0xE2 && lead != 0xE3 && lead != 0xEF) return 0;
    const std::string_view two = text.substr(at, 2), three = text.substr(at, 3);
    if (lead == 0xC2) return two == "\u0085" || two == "\u00A0" ? 2 : 0;
    if (lead == 0xE2 && three.size() == 3) {
        const auto last = static_cast<unsigned char>(three[2]);
        if (two == "\xE2\x80")  // U+2000 to U+200B, line and paragraph separator, narrow no-break
            return last <= 0x8B || last == 0xA8 || last == 0xA9 || last == 0xAF ? 3 : 0;
        return three == "\u205F" ? 3 : 0;
    }
    return three == "\u1680" || three == "\u3000" || three == "\uFEFF" ? 3 : 0;
}
inline std::size_t space_size(std::string_view text, std::size_t at) {
    const std::uint8_t c = byte_class(text[at]);
    if (!(c & kHighByte)) return c & kSpaceByte ? 1 : 0;
    return other_space_size(text, at);
}

// Bytes of the letter, digit, mark, underscore, soft hyphen or joiner at `at`, or 0.
std::size_t other_word_char_size(std::string_view text, std::size_t at);
inline std::size_t word_char_size(std::string_view text, std::size_t at) {
    const std::uint8_t c = byte_class(text[at]);
    if (!(c & kHighByte)) return c & kWordByte;
    return other_word_char_size(text, at);
}

// Bytes of the apostrophe (' or ’ or ʼ) at `at`, or 0. Requires for all of these: at < size.
inline std::size_t apostrophe_size(std::string_view text, std::size_t at) {
    if (text[at] == '\'') return 1;
    if (text[at] == '\xE2' && text.substr(at, 3) == "\u2019") return 3;
    return text[at] == '\xCA' && text.substr(at, 2) == "\u02BC" ? 2 : 0;
}

inline bool is_digit_at(std::string_view text, std::size_t at) {
    return at < text.size() && unicode::is_ascii_digit(text[at]);
}

inline bool is_upper_at(std::string_view text, std::size_t at) {
    return at < text.size() && unicode::is_upper(utf8::decode(text, at).code_point);
}

inline bool is_lower_at(std::string_view text, std::size_t at) {
    return at < text.size() && unicode::is_lower(utf8::decode(text, at).code_point);
}

inline bool is_letter_at(std::string_view text, std::size_t at) {
    return at < text.size() && unicode::is_letter(utf8::decode(text, at).code_point);
}

}  // namespace lede::tokens
