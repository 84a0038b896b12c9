#include "text/literal_set.h"

#include <algorithm>
#include <bit>
#include <utility>

#include "text/unicode.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace lede {

LiteralSet::LiteralSet(std::vector<std::string> literals, bool caseless)
    : literals_(std::move(literals)), caseless_(caseless) {
    if (caseless_)
        for (std::string& literal : literals_)
            for (char& byte : literal) byte = unicode::ascii_lower(byte);
    // Neighbours in order begin alike, which keeps the masks of a bucket narrow.
    std::ranges::sort(literals_);
    literals_.erase(std::unique(literals_.begin(), literals_.end()), literals_.end());
    for (std::size_t i = 0; i < literals_.size(); ++i) {
        const std::size_t bucket = i * buckets_.size() / literals_.size();
        const auto bit = static_cast<std::uint8_t>(1U << bucket);
        buckets_[bucket].push_back(static_cast<std::uint32_t>(i));
        const auto note = [&](std::size_t place, char byte) {
            const auto value = static_cast<unsigned char>(byte);
            low_[place][value & 15] |= bit;
            high_[place][value >> 4] |= bit;
            if (place == 0) first_[value] |= bit;
        };
        for (std::size_t place = 0; place < kShortest; ++place) {
            const char byte = literals_[i][place];
            note(place, byte);
            if (caseless_ && unicode::is_ascii_lower(byte))
                note(place, static_cast<char>(byte - 32));
        }
    }
}

bool LiteralSet::any_at(std::string_view text, std::size_t at, std::uint8_t buckets) const {
    for (; buckets != 0; buckets &= static_cast<std::uint8_t>(buckets - 1))
        for (const std::uint32_t i :
             buckets_[static_cast<std::size_t>(std::countr_zero(buckets))]) {
            const std::string& literal = literals_[i];
            if (text.size() - at < literal.size()) continue;
            const std::string_view here = text.substr(at, literal.size());
            if (caseless_ ? std::ranges::equal(here, literal, {}, unicode::ascii_lower)
                          : here == literal)
                return true;
        }
    return false;
}

std::size_t LiteralSet::find_in_tail(std::string_view text, std::size_t from) const {
    for (std::size_t at = from; at + kShortest <= text.size(); ++at) {
        const std::uint8_t buckets = first_[static_cast<unsigned char>(text[at])];
        if (buckets != 0 && any_at(text, at, buckets)) return at;
    }
    return kNotFound;
}

#if defined(__x86_64__)
__attribute__((target("avx2"))) std::size_t LiteralSet::find_by_vectors(std::string_view text,
                                                                        std::size_t from) const {
    const __m256i nibble = _mm256_set1_epi8(15);
    const __m256i zero = _mm256_setzero_si256();
    __m256i low[kShortest], high[kShortest];
    for (std::size_t place = 0; place < kShortest; ++place) {
        low[place] = _mm256_broadcastsi128_si256(
            _mm_loadu_si128(reinterpret_cast<const __m128i*>(low_[place].data())));
        high[place] = _mm256_broadcastsi128_si256(
            _mm_loadu_si128(reinterpret_cast<const __m128i*>(high_[place].data())));
    }
    std::size_t at = from;
    for (; at + 32 + kShortest - 1 <= text.size(); at += 32) {
        __m256i buckets = _mm256_set1_epi8(-1);
        for (std::size_t place = 0; place < kShortest; ++place) {
            const __m256i bytes =
                _mm256_loadu_si256(reinterpret_cast<const __m256i*>(text.data() + at + place));
            const __m256i of_low = _mm256_shuffle_epi8(low[place], _mm256_and_si256(bytes, nibble));
            const __m256i of_high = _mm256_shuffle_epi8(
                high[place], _mm256_and_si256(_mm256_srli_epi16(bytes, 4), nibble));
            buckets = _mm256_and_si256(buckets, _mm256_and_si256(of_low, of_high));
        }
        auto mask =
            ~static_cast<std::uint32_t>(_mm256_movemask_epi8(_mm256_cmpeq_epi8(buckets, zero)));
        if (mask == 0) continue;
        alignas(32) std::uint8_t by_place[32];
        _mm256_store_si256(reinterpret_cast<__m256i*>(by_place), buckets);
        for (; mask != 0; mask &= mask - 1) {
            const auto place = static_cast<std::size_t>(std::countr_zero(mask));
            if (any_at(text, at + place, by_place[place])) return at + place;
        }
    }
    return find_in_tail(text, at);
}
#else
std::size_t LiteralSet::find_by_vectors(std::string_view text, std::size_t from) const {
    return find_in_tail(text, from);
}
#endif

std::size_t LiteralSet::find(std::string_view text, std::size_t from) const {
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx2")) return find_by_vectors(text, from);
#endif
    return find_in_tail(text, from);
}

}  // namespace lede
