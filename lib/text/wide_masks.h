// Wide masks: the word masks of `byte_masks.h` in half the steps, on machines that have AVX2.
//
//   if (has_wide_masks()) masks = wide_word_masks(text.data() + at);
//
// Only functions with LEDE_WIDE before them may call it, so that it is compiled into them.
#pragma once

#include "text/byte_masks.h"

#if defined(__x86_64__)
#define LEDE_WIDE __attribute__((target("avx2,bmi,bmi2")))

#include <immintrin.h>

namespace lede {

// Whether the machine runs functions marked LEDE_WIDE.
inline bool has_wide_masks() {
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") &&
           __builtin_cpu_supports("bmi2");
}

// 64 bytes, and answers for each of them: all bits of its byte, or none.
struct Bytes64 {
    __m256i low;
    __m256i high;
};

LEDE_WIDE inline std::uint64_t bits(Bytes64 is) {
    return std::uint64_t{static_cast<unsigned>(_mm256_movemask_epi8(is.low))} |
           std::uint64_t{static_cast<unsigned>(_mm256_movemask_epi8(is.high))} << 32U;
}

LEDE_WIDE inline Bytes64 equals(Bytes64 bytes, char c) {
    const __m256i wanted = _mm256_set1_epi8(c);
    return {_mm256_cmpeq_epi8(bytes.low, wanted), _mm256_cmpeq_epi8(bytes.high, wanted)};
}

LEDE_WIDE inline Bytes64 equals(Bytes64 bytes, char c, char d) {
    const Bytes64 a = equals(bytes, c), b = equals(bytes, d);
    return {_mm256_or_si256(a.low, b.low), _mm256_or_si256(a.high, b.high)};
}

LEDE_WIDE inline Bytes64 in_range(Bytes64 bytes, unsigned char first, int count) {
    const __m256i shift = _mm256_set1_epi8(static_cast<char>(first + 0x80));
    const __m256i limit = _mm256_set1_epi8(static_cast<char>(count - 0x80));
    return {_mm256_cmpgt_epi8(limit, _mm256_sub_epi8(bytes.low, shift)),
            _mm256_cmpgt_epi8(limit, _mm256_sub_epi8(bytes.high, shift))};
}

LEDE_WIDE inline Bytes64 load_64(const char* at) {
    return {_mm256_loadu_si256(reinterpret_cast<const __m256i*>(at)),
            _mm256_loadu_si256(reinterpret_cast<const __m256i*>(at + 32))};
}

// Letters as small ones; what else has the bit is changed, too.
LEDE_WIDE inline Bytes64 lower_letters(Bytes64 bytes) {
    const __m256i case_bit = _mm256_set1_epi8(0x20);
    return {_mm256_or_si256(bytes.low, case_bit), _mm256_or_si256(bytes.high, case_bit)};
}

// As `word_masks_of_64`. Requires: has_wide_masks().
LEDE_WIDE inline WordMasks wide_word_masks(const char* at) {
    const Bytes64 bytes = load_64(at);
    WordMasks masks;
    masks.letters = bits(in_range(lower_letters(bytes), 'a', 26));
    masks.digits = bits(in_range(bytes, '0', 10));
    masks.white = bits(equals(bytes, ' ', '\n'));
    return masks;
}

}  // namespace lede
#endif
