// WordHash: one number for a word whatever the case of its ASCII letters, in a few instructions.
//
//   word_hash("Talks") == word_hash("talks")
//
// Only the first 16 bytes and the size count. A few other characters that differ in the same bit
// ("@" and "`") share hashes; for look-ups of words that does not matter.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "learning/feature_sequence.h"
#include "text/eight_bytes.h"

namespace lede::tokens {

// Up to 16 bytes of a word as two numbers.
struct WordBytes {
    std::uint64_t low = 0, high = 0;
    std::uint64_t low_mask = 0, high_mask = 0;  // the bytes that are the word's
};

// The bit of each byte that tells lower from upper case.
inline constexpr std::uint64_t kCaseBits = 0x2020202020202020U;

// Requires: begin < end <= text.size().
inline WordBytes word_bytes(std::string_view text, std::size_t begin, std::size_t end) {
    const std::size_t size = end - begin;
    const SixteenBytes bytes = load_sixteen(text, begin, size);
    const auto& masks = kByteMasks[std::min(size, kByteMasks.size() - 1)];
    return {bytes.low, bytes.high, masks[0], masks[1]};
}

inline std::uint64_t hash_of(const WordBytes& bytes, std::size_t size) {
    return learning::mix(bytes.low | (kCaseBits & bytes.low_mask),
                         (bytes.high | (kCaseBits & bytes.high_mask)) + size);
}

inline std::uint64_t word_hash(std::string_view word) {
    return word.empty() ? 0 : hash_of(word_bytes(word, 0, word.size()), word.size());
}

}  // namespace lede::tokens
