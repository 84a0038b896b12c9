// WordHash: one number for a word whatever the case of its ASCII letters, in a few instructions.
//
//   word_hash("Talks") == word_hash("talks")
//
// Only the first 16 bytes and the size count. A few other characters that differ in the same bit
// ("@" and "`") share hashes; for look-ups of words that does not matter.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "learning/feature_sequence.h"

namespace lede::tokens {

// Up to 16 bytes of a word as two numbers.
struct WordBytes {
    std::uint64_t low = 0, high = 0;
    std::uint64_t low_mask = 0, high_mask = 0;  // the bytes that are the word's
};

// The bit of each byte that tells lower from upper case.
inline constexpr std::uint64_t kCaseBits = 0x2020202020202020U;

// The first 0 to 16 of 16 bytes as two numbers; from a table, for branches on sizes are not
// foretold.
inline constexpr auto kByteMasks = [] {
    std::array<std::array<std::uint64_t, 2>, 17> masks{};
    for (std::size_t bytes = 0; bytes < masks.size(); ++bytes)
        for (std::size_t i = 0; i < bytes; ++i)
            masks[bytes][i / 8] |= std::uint64_t{0xFF} << 8 * (i % 8);
    return masks;
}();

// Requires: begin < end <= text.size().
inline WordBytes word_bytes(std::string_view text, std::size_t begin, std::size_t end) {
    static_assert(std::endian::native == std::endian::little);
    WordBytes bytes;
    const std::size_t size = end - begin;
    const auto& masks = kByteMasks[std::min(size, kByteMasks.size() - 1)];
    bytes.low_mask = masks[0];
    bytes.high_mask = masks[1];
    if (text.size() - begin >= 16) {  // one load each, whatever stands behind the word
        std::memcpy(&bytes.low, text.data() + begin, 8);
        std::memcpy(&bytes.high, text.data() + begin + 8, 8);
    } else {
        std::memcpy(&bytes.low, text.data() + begin, std::min<std::size_t>(size, 8));
        if (size > 8) std::memcpy(&bytes.high, text.data() + begin + 8, std::min(size - 8, size));
    }
    bytes.low &= bytes.low_mask;
    bytes.high &= bytes.high_mask;
    return bytes;
}

inline std::uint64_t hash_of(const WordBytes& bytes, std::size_t size) {
    return learning::mix(bytes.low | (kCaseBits & bytes.low_mask),
                         (bytes.high | (kCaseBits & bytes.high_mask)) + size);
}

inline std::uint64_t word_hash(std::string_view word) {
    return word.empty() ? 0 : hash_of(word_bytes(word, 0, word.size()), word.size());
}

}  // namespace lede::tokens
