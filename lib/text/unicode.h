// Unicode properties and simple case mapping of single code points, and folding of whole strings.
//
//   is_upper(U'É') -> true      fold("KIM’s") -> "kim's"
//
// ASCII answers come from a table; the rest from ICU. The locale is never asked. Folding here is
// for lookup keys: simple case folding (Unicode CaseFolding.txt, status C and S) and, so that a
// name is found however it was typed, typographic apostrophes and hyphens become ASCII ones.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace lede::unicode {

enum Property : std::uint8_t {
    kLetter = 1,  // L*, and the marks M* that attach to letters
    kUpper = 2,
    kLower = 4,
    kDigit = 8,  // Nd
    kSpace = 16,
    kPunctuation = 32,  // P*
    kSymbol = 64,       // S*
};

// The property bits of a code point. Title case letters count as upper case.
std::uint8_t properties_of_other(char32_t c);
std::uint8_t properties(char32_t c);

inline bool is_letter(char32_t c) { return properties(c) & kLetter; }
inline bool is_upper(char32_t c) { return properties(c) & kUpper; }
inline bool is_lower(char32_t c) { return properties(c) & kLower; }
inline bool is_digit(char32_t c) { return properties(c) & kDigit; }
inline bool is_space(char32_t c) { return properties(c) & kSpace; }
inline bool is_punctuation(char32_t c) { return properties(c) & kPunctuation; }
inline bool is_alphanumeric(char32_t c) { return properties(c) & (kLetter | kDigit); }

// ASCII only; bytes of other characters are none of these.
constexpr bool is_ascii_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_ascii_lower(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_ascii_letter(char c) { return is_ascii_upper(c) || is_ascii_lower(c); }
constexpr bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_ascii_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
constexpr char ascii_lower(char c) { return is_ascii_upper(c) ? static_cast<char>(c + 32) : c; }

char32_t to_lower(char32_t c);
char32_t to_upper(char32_t c);

// Lower-cased key of `text` as described above. `fold_into` replaces the content of `out`, so that
// a loop can reuse one buffer. Broken bytes pass as U+FFFD.
void fold_into(std::string_view text, std::string& out);
std::string fold(std::string_view text);

// True if `a` and `b` have the same folded key.
bool equal_folded(std::string_view a, std::string_view b);

// The text without accents and other combining marks (NFD, then no mark): "Müller" -> "Muller".
std::string without_marks(std::string_view text);

}  // namespace lede::unicode
