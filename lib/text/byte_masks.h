// ByteMasks: what 64 bytes of text are, one bit for each byte.
//
//   "Kim, 35"   letters 0b0000111   digits 0b1100000   white 0b0010000
//
// Segmentation and tokenizing look for runs and their ends, which are a few bit operations on these
// masks. On x86-64 they come from SSE2, which every such machine has; elsewhere from a table. Both
// give the same masks (`masks_by_table` is the reference). Bytes of characters beyond ASCII are
// only `high`.
#pragma once

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
