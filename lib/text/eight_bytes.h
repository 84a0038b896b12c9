// Eight bytes of text as one number, the first lowest, so that a question is asked of all at once
// (Warren, Hacker's Delight, 6-1).
//
//   bytes & kHighBits                    not 0: one of them is beyond ASCII
//   (bytes - 0x20 * kOnes) & ~bytes & kHighBits      not 0: one of them is below 0x20
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace lede {

static_assert(std::endian::native == std::endian::little);

inline constexpr std::uint64_t kOnes = 0x0101010101010101ULL;
inline constexpr std::uint64_t kHighBits = 0x80 * kOnes;

inline std::uint64_t load_eight(const char* at) {
    std::uint64_t bytes;
    std::memcpy(&bytes, at, 8);
    return bytes;
}

// Eight bytes with A to Z as small letters.
constexpr std::uint64_t lower_eight(std::uint64_t bytes) {
    const std::uint64_t low = bytes & ~kHighBits;
    const std::uint64_t from_a = low + (0x80 - 'A') * kOnes;
    const std::uint64_t after_z = low + (0x7F - 'Z') * kOnes;
    return bytes | ((from_a ^ after_z) & ~bytes & kHighBits) >> 2U;
}

// Whether `found` gives anything but 0 for eight bytes of the text, of which the last may be filled
// up with `filler`, for which it must give 0.
template <typename Found>
bool any_eight(std::string_view text, char filler, Found found) {
    std::size_t at = 0;
    for (; at + 8 <= text.size(); at += 8)
        if (found(load_eight(text.data() + at)) != 0) return true;
    std::array<char, 8> rest;
    rest.fill(filler);
    std::ranges::copy(text.substr(at), rest.begin());
    return found(load_eight(rest.data())) != 0;
}

// By size: the bytes of a word among the first eight, and among the other eight. A table, for
// branches on sizes are not foretold.
inline constexpr auto kByteMasks = [] {
    std::array<std::array<std::uint64_t, 2>, 17> masks{};
    for (std::size_t size = 0; size < masks.size(); ++size)
        for (std::size_t i = 0; i < size; ++i)
            masks[size][i / 8] |= std::uint64_t{0xFF} << 8 * (i % 8);
    return masks;
}();

// The first bytes of a word, of up to sixteen, as two numbers; zeros behind it.
struct SixteenBytes {
    std::uint64_t low = 0;
    std::uint64_t high = 0;
};

// Requires: at + size <= text.size().
inline SixteenBytes load_sixteen(std::string_view text, std::size_t at, std::size_t size) {
    const auto& masks = kByteMasks[std::min(size, kByteMasks.size() - 1)];
    if (text.size() - at >= 16)  // one load each, whatever stands behind the word
        return {load_eight(text.data() + at) & masks[0],
                load_eight(text.data() + at + 8) & masks[1]};
    std::array<char, 16> end{};
    std::memcpy(end.data(), text.data() + at, text.size() - at);
    return {load_eight(end.data()) & masks[0], load_eight(end.data() + 8) & masks[1]};
}

}  // namespace lede
