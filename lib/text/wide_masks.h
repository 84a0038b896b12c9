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

// As `word_masks_of_64`. Requires: has_wide_masks().
LEDE_WIDE inline WordMasks wide_word_masks(const char* at) {
    const __m256i low = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(at));
    const __m256i high = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(at + 32));
    // Unsigned comparison by shifting the range to the signed minimum.
    const __m256i case_bit = _mm256_set1_epi8(0x20);
    const __m256i first_letter = _mm256_set1_epi8(static_cast<char>('a' + 0x80));
    const __m256i last_letter = _mm256_set1_epi8(static_cast<char>(26 - 0x80));
    const __m256i first_digit = _mm256_set1_epi8(static_cast<char>('0' + 0x80));
    const __m256i last_digit = _mm256_set1_epi8(static_cast<char>(10 - 0x80));
    const __m256i space = _mm256_set1_epi8(' '), line = _mm256_set1_epi8('\n');
    const __m256i low_letters = _mm256_cmpgt_epi8(
        last_letter, _mm256_sub_epi8(_mm256_or_si256(low, case_bit), first_letter));
    const __m256i high_letters = _mm256_cmpgt_epi8(
        last_letter, _mm256_sub_epi8(_mm256_or_si256(high, case_bit), first_letter));
    const __m256i low_digits = _mm256_cmpgt_epi8(last_digit, _mm256_sub_epi8(low, first_digit));
    const __m256i high_digits = _mm256_cmpgt_epi8(last_digit, _mm256_sub_epi8(high, first_digit));
    const __m256i low_white =
        _mm256_or_si256(_mm256_cmpeq_epi8(low, space), _mm256_cmpeq_epi8(low, line));
    const __m256i high_white =
        _mm256_or_si256(_mm256_cmpeq_epi8(high, space), _mm256_cmpeq_epi8(high, line));
    WordMasks masks;
    masks.letters = static_cast<std::uint32_t>(_mm256_movemask_epi8(low_letters)) |
                    std::uint64_t{static_cast<std::uint32_t>(_mm256_movemask_epi8(high_letters))}
                        << 32U;
    masks.digits = static_cast<std::uint32_t>(_mm256_movemask_epi8(low_digits)) |
                   std::uint64_t{static_cast<std::uint32_t>(_mm256_movemask_epi8(high_digits))}
                       << 32U;
    masks.white = static_cast<std::uint32_t>(_mm256_movemask_epi8(low_white)) |
                  std::uint64_t{static_cast<std::uint32_t>(_mm256_movemask_epi8(high_white))}
                      << 32U;
    return masks;
}

}  // namespace lede
#endif
