// ByteMasks: what 64 bytes of text are, one bit for each byte.
//
//   "Kim, 35"   letters 0b0000111   digits 0b1100000   white 0b0010000
//
// Segmentation and tokenizing look for runs and their ends, which are a few bit operations on these
// masks. On x86-64 they come from SSE2, which every such machine has; elsewhere from a table. Both
// give the same masks (`masks_by_table` is the reference). Bytes of characters beyond ASCII are
// only `high`.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <string_view>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace lede {

struct ByteMasks {
    std::uint64_t letters = 0;  // A-Z a-z
    std::uint64_t digits = 0;   // 0-9
    std::uint64_t white = 0;    // space, tab to carriage return
    std::uint64_t spaces = 0;   // space alone
    std::uint64_t high = 0;     // bytes from 0x80 on
    std::uint64_t underscores = 0;
    std::uint64_t periods = 0;  // . and '
    std::uint64_t commas = 0;   // , and ;
    std::uint64_t ats = 0;      // @
    friend bool operator==(const ByteMasks&, const ByteMasks&) = default;
};

inline constexpr std::size_t kMaskBytes = 64;

// The masks of the 64 bytes from `at` on; places behind the text's end are in no mask.
// Requires: at <= text.size().
ByteMasks byte_masks(std::string_view text, std::size_t at);
ByteMasks masks_by_table(std::string_view text, std::size_t at);

// The masks that plain words need, in a few instructions.
struct WordMasks {
    std::uint64_t letters = 0;  // A-Z a-z
    std::uint64_t digits = 0;   // 0-9
    std::uint64_t white = 0;    // space and line feed
};

#if defined(__SSE2__)
inline WordMasks word_masks_of_64(const char* at) {
    WordMasks masks;
    const auto in_range = [](__m128i bytes, unsigned char first, int count) {
        // Unsigned comparison by shifting the range to the signed minimum.
        const __m128i shifted = _mm_sub_epi8(bytes, _mm_set1_epi8(static_cast<char>(first + 0x80)));
        return _mm_cmplt_epi8(shifted, _mm_set1_epi8(static_cast<char>(count - 0x80)));
    };
    for (unsigned shift = 0; shift < kMaskBytes; shift += 16) {
        const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at + shift));
        const auto add = [shift](std::uint64_t& mask, __m128i found) {
            mask |= std::uint64_t{static_cast<unsigned>(_mm_movemask_epi8(found))} << shift;
        };
        add(masks.letters, in_range(_mm_or_si128(bytes, _mm_set1_epi8(0x20)), 'a', 26));
        add(masks.digits, in_range(bytes, '0', 10));
        add(masks.white, _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8(' ')),
                                      _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\n'))));
    }
    return masks;
}
#endif

// As `byte_masks`. Requires: at <= text.size().
inline WordMasks word_masks(std::string_view text, std::size_t at) {
    WordMasks masks;
#if defined(__SSE2__)
    if (text.size() - at >= kMaskBytes) return word_masks_of_64(text.data() + at);
#endif
    const std::size_t count = text.size() - at < kMaskBytes ? text.size() - at : kMaskBytes;
    for (unsigned place = 0; place < count; ++place) {
        const char c = text[at + place];
        masks.letters |= std::uint64_t{static_cast<unsigned char>((c | 0x20) - 'a') < 26} << place;
        masks.digits |= std::uint64_t{static_cast<unsigned char>(c - '0') < 10} << place;
        masks.white |= std::uint64_t{c == ' ' || c == '\n'} << place;
    }
    return masks;
}

// Which of the 64 bytes have bit number `bit` set.
inline std::uint64_t bytes_with_bit(const std::uint8_t* bytes, unsigned bit) {
    std::uint64_t mask = 0;
#if defined(__SSE2__)
    for (unsigned at = 0; at < kMaskBytes; at += 16) {
        const __m128i some = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes + at));
        const __m128i top = _mm_slli_epi64(some, static_cast<int>(7 - bit));
        mask |= std::uint64_t{static_cast<unsigned>(_mm_movemask_epi8(top))} << at;
    }
#else
    for (unsigned at = 0; at < kMaskBytes; ++at) mask |= std::uint64_t{bytes[at] >> bit & 1U} << at;
#endif
    return mask;
}

// std::popcount is a call where the oldest machine of a kind has no instruction for it.
inline unsigned count_bits(std::uint64_t mask) {
    mask -= mask >> 1U & 0x5555555555555555U;
    mask = (mask & 0x3333333333333333U) + (mask >> 2U & 0x3333333333333333U);
    mask = (mask + (mask >> 4U)) & 0x0F0F0F0F0F0F0F0FU;
    return static_cast<unsigned>(mask * 0x0101010101010101U >> 56U);
}

// Where the first of four bytes stands from `at` on, or text.size(). Requires: at <= text.size().
inline std::size_t find_byte_of(std::string_view text, std::size_t at,
                                const std::array<char, 4>& wanted) {
#if defined(__SSE2__)
    for (; text.size() - at >= 16; at += 16) {
        const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + at));
        const auto equals = [bytes](char c) { return _mm_cmpeq_epi8(bytes, _mm_set1_epi8(c)); };
        const __m128i found = _mm_or_si128(_mm_or_si128(equals(wanted[0]), equals(wanted[1])),
                                           _mm_or_si128(equals(wanted[2]), equals(wanted[3])));
        if (const auto mask = static_cast<unsigned>(_mm_movemask_epi8(found)); mask != 0)
            return at + static_cast<unsigned>(std::countr_zero(mask));
    }
#endif
    while (at < text.size() && text[at] != wanted[0] && text[at] != wanted[1] &&
           text[at] != wanted[2] && text[at] != wanted[3])
        ++at;
    return at;
}

// Where the run of ASCII letters from `at` on ends. Requires: at <= text.size().
inline std::size_t ascii_letters_end(std::string_view text, std::size_t at) {
#if defined(__SSE2__)
    for (; text.size() - at >= 16; at += 16) {
        const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + at));
        // Unsigned comparison with a range by shifting it to the signed minimum.
        const __m128i shifted = _mm_sub_epi8(_mm_or_si128(bytes, _mm_set1_epi8(0x20)),
                                             _mm_set1_epi8(static_cast<char>('a' + 0x80)));
        const __m128i letters = _mm_cmplt_epi8(shifted, _mm_set1_epi8(26 - 0x80));
        const auto others = ~static_cast<unsigned>(_mm_movemask_epi8(letters)) & 0xFFFFU;
        if (others != 0) return at + static_cast<unsigned>(std::countr_zero(others));
    }
#endif
    while (at < text.size() && static_cast<unsigned char>((text[at] | 0x20) - 'a') < 26) ++at;
    return at;
}

}  // namespace lede
