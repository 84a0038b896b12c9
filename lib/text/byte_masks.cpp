#include "text/byte_masks.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "text/wide_masks.h"

namespace lede {
namespace {

bool is_in(unsigned char byte, unsigned char first, unsigned char last) {
    return byte >= first && byte <= last;
}

void add_byte(unsigned char byte, unsigned place, ByteMasks& masks) {
    const auto set = [place](std::uint64_t& mask, bool is) { mask |= std::uint64_t{is} << place; };
    set(masks.letters, is_in(byte | 0x20U, 'a', 'z'));
    set(masks.digits, is_in(byte, '0', '9'));
    set(masks.white, byte == ' ' || is_in(byte, '\t', '\r'));
    set(masks.spaces, byte == ' ');
    set(masks.high, byte >= 0x80);
    set(masks.underscores, byte == '_');
    set(masks.periods, byte == '.' || byte == '\'');
    set(masks.commas, byte == ',' || byte == ';');
    set(masks.ats, byte == '@');
}

#if defined(__SSE2__)

// Bytes from `first` on, `count` of them: unsigned comparison by shifting to the signed range.
__m128i in_range(__m128i bytes, unsigned char first, int count) {
    const __m128i shifted = _mm_sub_epi8(bytes, _mm_set1_epi8(static_cast<char>(first + 0x80)));
    return _mm_cmplt_epi8(shifted, _mm_set1_epi8(static_cast<char>(count - 0x80)));
}

std::uint64_t bits(__m128i bytes, unsigned shift) {
    return std::uint64_t{static_cast<unsigned>(_mm_movemask_epi8(bytes))} << shift;
}

__m128i equals(__m128i bytes, char c) { return _mm_cmpeq_epi8(bytes, _mm_set1_epi8(c)); }

void add_16_bytes(const char* at, unsigned shift, ByteMasks& masks) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
    const __m128i space = equals(bytes, ' ');
    masks.letters |= bits(in_range(_mm_or_si128(bytes, _mm_set1_epi8(0x20)), 'a', 26), shift);
    masks.digits |= bits(in_range(bytes, '0', 10), shift);
    masks.white |= bits(_mm_or_si128(space, in_range(bytes, '\t', 5)), shift);
    masks.spaces |= bits(space, shift);
    masks.high |= bits(bytes, shift);
    masks.underscores |= bits(equals(bytes, '_'), shift);
    masks.periods |= bits(_mm_or_si128(equals(bytes, '.'), equals(bytes, '\'')), shift);
    masks.commas |= bits(_mm_or_si128(equals(bytes, ','), equals(bytes, ';')), shift);
    masks.ats |= bits(equals(bytes, '@'), shift);
}

#if defined(LEDE_WIDE)

// The same in two steps of 32 bytes.
LEDE_WIDE void masks_of_64_by_32(const char* at, ByteMasks& masks) {
    const Bytes64 bytes = load_64(at);
    const Bytes64 lower = lower_letters(bytes);
    masks.letters = bits(in_range(lower, 'a', 26));
    masks.digits = bits(in_range(bytes, '0', 10));
    masks.spaces = bits(equals(bytes, ' '));
    masks.white = masks.spaces | bits(in_range(bytes, '\t', 5));
    masks.high = bits(bytes);
    masks.underscores = bits(equals(bytes, '_'));
    masks.periods = bits(equals(bytes, '.', '\''));
    masks.commas = bits(equals(bytes, ',', ';'));
    masks.ats = bits(equals(bytes, '@'));
}

#endif

ByteMasks masks_of_64(const char* at) {
    ByteMasks masks;
#if defined(LEDE_WIDE)
    if (has_wide_masks()) {
        masks_of_64_by_32(at, masks);
        return masks;
    }
#endif
    for (unsigned shift = 0; shift < kMaskBytes; shift += 16)
        add_16_bytes(at + shift, shift, masks);
    return masks;
}

#endif

}  // namespace

ByteMasks masks_by_table(std::string_view text, std::size_t at) {
    ByteMasks masks;
    const std::size_t count = std::min(kMaskBytes, text.size() - at);
    for (unsigned place = 0; place < count; ++place)
        add_byte(static_cast<unsigned char>(text[at + place]), place, masks);
    return masks;
}

ByteMasks byte_masks(std::string_view text, std::size_t at) {
#if defined(__SSE2__)
    if (text.size() - at >= kMaskBytes) return masks_of_64(text.data() + at);
    std::array<char, kMaskBytes> tail{};  // zero bytes are in no mask
    std::memcpy(tail.data(), text.data() + at, text.size() - at);
    return masks_of_64(tail.data());
#else
    return masks_by_table(text, at);
#endif
}

}  // namespace lede
