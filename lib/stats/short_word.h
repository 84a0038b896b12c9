// ShortWord: a word of up to sixteen bytes as two numbers, so that it is lower-cased, hashed and
// compared in a few operations.
//
//   "Kim said", the word at 4   ->   low 'said' and zeros, high 0, size 4
//
// Nearly all words of a text are short. What is longer, or has letters beyond ASCII whose case is
// to change, goes the way of strings (WordKey).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "text/span.h"

namespace lede::stats {

struct ShortWord {
    static constexpr std::size_t kLongest = 16;

    std::uint64_t low = 0;   // the first eight bytes, the first lowest; zeros behind the word
    std::uint64_t high = 0;  // the other eight
    std::uint32_t size = 0;  // bytes
};

namespace short_word {

inline constexpr std::uint64_t kOnes = 0x0101010101010101ULL;
inline constexpr std::uint64_t kHighBits = 0x8080808080808080ULL;

// By size: the bytes of a word among the first eight, and among the other eight.
struct Masks {
    std::uint64_t low;
    std::uint64_t high;
};
inline constexpr std::array<Masks, ShortWord::kLongest + 1> kMasks = [] {
    std::array<Masks, ShortWord::kLongest + 1> masks{};
    for (std::size_t i = 0; i < 8; ++i) {
        for (std::size_t size = i + 1; size < masks.size(); ++size)
            masks[size].low |= std::uint64_t{0xFF} << i * 8;
        for (std::size_t size = i + 9; size < masks.size(); ++size)
            masks[size].high |= std::uint64_t{0xFF} << i * 8;
    }
    return masks;
}();

// Eight bytes of which none is above ASCII, with A to Z as small letters.
constexpr std::uint64_t lower_eight(std::uint64_t bytes) {
    const std::uint64_t from_a = bytes + (0x80 - 'A') * kOnes;
    const std::uint64_t after_z = bytes + (0x7F - 'Z') * kOnes;
    return bytes | ((from_a ^ after_z) & kHighBits) >> 2U;
}

constexpr bool is_ascii(const ShortWord& word) { return ((word.low | word.high) & kHighBits) == 0; }

// The first bytes at `at`, behind which as many as a short word can have are readable.
// Requires: size <= ShortWord::kLongest; little endian.
inline ShortWord load_inside(const char* at, std::uint32_t size) {
    ShortWord word{.size = size};
    std::memcpy(&word.low, at, 8);
    std::memcpy(&word.high, at + 8, 8);
    word.low &= kMasks[size].low;
    word.high &= kMasks[size].high;
    return word;
}

// The bytes at `span` of `text`. Requires: span.size() <= ShortWord::kLongest; little endian.
inline ShortWord load(std::string_view text, Span span) {
    const char* const at = text.data() + span.begin;
    if (text.size() - span.begin >= ShortWord::kLongest) return load_inside(at, span.size());
    std::array<char, ShortWord::kLongest> end{};
    std::memcpy(end.data(), at, text.size() - span.begin);
    return load_inside(end.data(), span.size());
}

}  // namespace short_word

}  // namespace lede::stats
