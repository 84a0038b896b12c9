// WordKey: what tells a word from others in one number, for looking it up fast.
//
//   "Monday" -> the bytes of "monday"      "September" -> those of "septembe", and 9
//
// Long words may share a key; short ones do not, if they are of ASCII letters.
#pragma once

#include <cstdint>
#include <string_view>

#include "text/eight_bytes.h"

namespace lede::dates {

// The key of a word of that size that begins with these eight bytes: the bit of small letters is
// set, and zeros stand behind the word. Requires: size > 0.
inline std::uint64_t word_key(std::uint64_t bytes, std::size_t size) {
    const std::uint64_t letters = (bytes | 0x20 * kOnes) & kByteMasks[size < 8 ? size : 8][0];
    return size > 8 ? letters + (std::uint64_t{size} << 48U) : letters;
}

inline std::uint64_t word_key(std::string_view word) {
    return word_key(load_sixteen(word, 0, word.size()).low, word.size());
}

// The key of text[at, at + size).
inline std::uint64_t word_key(std::string_view text, std::size_t at, std::size_t size) {
    return text.size() - at >= 8 ? word_key(load_eight(text.data() + at), size)
                                 : word_key(text.substr(at, size));
}

inline std::uint64_t hash_of_key(std::uint64_t key) { return key * 0x9E3779B97F4A7C15ULL; }

}  // namespace lede::dates
