#include "text/literal_search.h"

#include <algorithm>
#include <bit>
#include <cstdint>

#include "text/unicode.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace lede {
namespace {

// How common a byte is in English text, from most to least; bytes that are not here are rarer.
constexpr std::string_view kCommon = " etaoinsrhldcumfpgwybvk,.0192";

std::size_t commonness(char byte) {
    const std::size_t place = kCommon.find(unicode::ascii_lower(byte));
    return place == std::string_view::npos ? 0 : kCommon.size() - place;
}

char other_case(char byte, bool caseless) {
    return caseless && unicode::is_ascii_lower(byte) ? static_cast<char>(byte - 32) : byte;
}

}  // namespace

LiteralSearch::LiteralSearch(std::string_view literal, bool caseless)
    : literal_(literal), caseless_(caseless) {
    if (caseless_)
        for (char& byte : literal_) byte = unicode::ascii_lower(byte);
    for (std::size_t i = 1; i < literal_.size(); ++i)
        if (commonness(literal_[i]) < commonness(literal_[first_])) first_ = i;
    second_ = first_ == 0 ? literal_.size() - 1 : 0;
    for (std::size_t i = 0; i < literal_.size(); ++i)
        if (i != first_ && commonness(literal_[i]) < commonness(literal_[second_])) second_ = i;
}

bool LiteralSearch::equals_at(std::string_view text, std::size_t at) const {
    if (at + literal_.size() > text.size()) return false;
    if (!caseless_) return text.compare(at, literal_.size(), literal_) == 0;
    for (std::size_t i = 0; i < literal_.size(); ++i)
        if (unicode::ascii_lower(text[at + i]) != literal_[i]) return false;
    return true;
}

std::size_t LiteralSearch::find_in_tail(std::string_view text, std::size_t from) const {
    const char lower = literal_[first_];
    const char upper = other_case(lower, caseless_);
    for (std::size_t at = from; at + literal_.size() <= text.size(); ++at) {
        const char byte = text[at + first_];
        if ((byte == lower || byte == upper) && equals_at(text, at)) return at;
    }
    return kNotFound;
}

#if defined(__x86_64__)
__attribute__((target("avx2"))) std::size_t LiteralSearch::find_by_32(std::string_view text,
                                                                      std::size_t from) const {
    const __m256i first_lower = _mm256_set1_epi8(literal_[first_]);
    const __m256i first_upper = _mm256_set1_epi8(other_case(literal_[first_], caseless_));
    const __m256i second_lower = _mm256_set1_epi8(literal_[second_]);
    const __m256i second_upper = _mm256_set1_epi8(other_case(literal_[second_], caseless_));
    if (from + literal_.size() + 31 > text.size()) return find_in_tail(text, from);
    // The last step looks at some places twice.
    const std::size_t last = text.size() - literal_.size() - 31;
    const char* const bytes = text.data();
    for (std::size_t at = from;; at = std::min(at + 32, last)) {
        const __m256i first =
            _mm256_loadu_si256(reinterpret_cast<const __m256i*>(bytes + at + first_));
        const __m256i second =
            _mm256_loadu_si256(reinterpret_cast<const __m256i*>(bytes + at + second_));
        const __m256i first_fits = _mm256_or_si256(_mm256_cmpeq_epi8(first, first_lower),
                                                   _mm256_cmpeq_epi8(first, first_upper));
        const __m256i second_fits = _mm256_or_si256(_mm256_cmpeq_epi8(second, second_lower),
                                                    _mm256_cmpeq_epi8(second, second_upper));
        auto mask = static_cast<std::uint32_t>(
            _mm256_movemask_epi8(_mm256_and_si256(first_fits, second_fits)));
        for (; mask != 0; mask &= mask - 1) {
            const std::size_t place = at + static_cast<std::size_t>(std::countr_zero(mask));
            if (equals_at(text, place)) return place;
        }
        if (at == last) return kNotFound;
    }
}
#endif

std::size_t LiteralSearch::find(std::string_view text, std::size_t from) const {
    std::size_t at = from;
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx2")) return find_by_32(text, from);
    const auto splat = [](char byte) { return _mm_set1_epi8(byte); };
    const auto load = [&](std::size_t i) {
        return _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + i));
    };
    const __m128i first_lower = splat(literal_[first_]);
    const __m128i first_upper = splat(other_case(literal_[first_], caseless_));
    const __m128i second_lower = splat(literal_[second_]);
    const __m128i second_upper = splat(other_case(literal_[second_], caseless_));
    const auto either = [](__m128i bytes, __m128i a, __m128i b) {
        return _mm_or_si128(_mm_cmpeq_epi8(bytes, a), _mm_cmpeq_epi8(bytes, b));
    };
    while (at + literal_.size() + 15 <= text.size()) {
        const __m128i fits = _mm_and_si128(either(load(at + first_), first_lower, first_upper),
                                           either(load(at + second_), second_lower, second_upper));
        auto mask = static_cast<std::uint32_t>(_mm_movemask_epi8(fits));
        while (mask != 0) {
            const std::size_t place = at + static_cast<std::size_t>(std::countr_zero(mask));
            if (equals_at(text, place)) return place;
            mask &= mask - 1;
        }
        at += 16;
    }
#endif
    return find_in_tail(text, at);
}

}  // namespace lede
