// ShortWord: a word of up to sixteen bytes as two numbers, so that it is lower-cased, hashed and
// compared in a few operations.
//
//   "Kim said", the word at 4   ->   low 'said' and zeros, high 0, size 4
//
// Nearly all words of a text are short. What is longer, or has letters beyond ASCII whose case is
// to change, goes the way of strings (WordKey).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "text/eight_bytes.h"
#include "text/span.h"

namespace lede::stats {

struct ShortWord {
    static constexpr std::size_t kLongest = 16;

    std::uint64_t low = 0;   // the first eight bytes, the first lowest; zeros behind the word
    std::uint64_t high = 0;  // the other eight
    std::uint32_t size = 0;  // bytes
};

namespace short_word {

constexpr bool is_ascii(const ShortWord& word) { return ((word.low | word.high) & kHighBits) == 0; }

// The bytes at `span` of `text`. Requires: span.size() <= ShortWord::kLongest.
inline ShortWord load(std::string_view text, Span span) {
    const SixteenBytes bytes = load_sixteen(text, span.begin, span.size());
    return {bytes.low, bytes.high, span.size()};
}

}  // namespace short_word

}  // namespace lede::stats
