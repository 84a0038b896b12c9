// TokenShape: what a token looks like, as one small number.
//
//   "talks" -> kLower   "Kim" -> kCapital   "NATO" -> kUpper   "J." -> kInitial   "27" -> kDigits
//
// A mark's shape is its own character, so that models can tell a colon from a dash.
#pragma once

#include <cstdint>
#include <string_view>

namespace lede::tokens {

using TokenShape = std::uint8_t;

// ASCII marks have their own code (33 to 126); these take numbers outside.
inline constexpr TokenShape kNoToken = 0;
inline constexpr TokenShape kLower = 1;
inline constexpr TokenShape kCapital = 2;
inline constexpr TokenShape kUpper = 3;        // two letters or more
inline constexpr TokenShape kInitial = 4;      // one capital, with or without a period
inline constexpr TokenShape kMixed = 5;        // "iPhone"
inline constexpr TokenShape kDigits = 6;       // "27", "3,000", "7:30"
inline constexpr TokenShape kNumeral = 7;      // "20th", "F16"
inline constexpr TokenShape kAbbreviated = 8;  // ends in its own period: "Sen.", "U.S."
inline constexpr TokenShape kAddress = 9;      // "x@example.com", "http://…"
inline constexpr TokenShape kEllipsis = 10;
inline constexpr TokenShape kMarkRun = 11;  // "?!", "!!!"
inline constexpr TokenShape kDashes = 12;   // "--", "—"
inline constexpr TokenShape kOtherRun = 13;
inline constexpr TokenShape kOpenQuote = 14;
inline constexpr TokenShape kCloseQuote = 15;
inline constexpr TokenShape kOtherMark = 16;
inline constexpr TokenShape kOtherLetters = 17;  // a script without case

// The shape of `token`. Looks at no more than its first 32 bytes and its last. Requires: not empty.
TokenShape token_shape(std::string_view token);

constexpr bool is_word_shape(TokenShape shape) {
    return (shape >= kLower && shape <= kAbbreviated) || shape == kOtherLetters;
}
constexpr bool is_capital_shape(TokenShape shape) { return shape >= kCapital && shape <= kInitial; }

}  // namespace lede::tokens
