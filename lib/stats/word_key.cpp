#include "stats/word_key.h"

#include <cstring>

#include "text/lower_case.h"
#include "text/unicode.h"

namespace lede::stats {
namespace {

constexpr std::uint64_t kOnes = 0x0101010101010101ULL;
constexpr std::uint64_t kHighBits = 0x8080808080808080ULL;

// Eight ASCII bytes at once: bit 5 is set in those from A to Z.
constexpr std::uint64_t lower_eight(std::uint64_t bytes) {
    const std::uint64_t from_a = bytes + (0x80 - 'A') * kOnes;
    const std::uint64_t after_z = bytes + (0x7F - 'Z') * kOnes;
    return bytes | ((from_a ^ after_z) & kHighBits) >> 2U;
}

}  // namespace

// Empty if the word is not ASCII or too long.
std::string_view WordKey::lower_short(std::string_view text, Span span) {
    const std::size_t size = span.size();
    if (size > sizeof short_) return {};
    std::uint64_t high = 0;
    for (std::size_t at = 0; at < size; at += 8) {
        const std::size_t left = size - at;
        std::uint64_t bytes = 0;
        if (text.size() - span.begin - at >= 8) {
            std::memcpy(&bytes, text.data() + span.begin + at, 8);
            if (left < 8) bytes &= (std::uint64_t{1} << left * 8) - 1;  // little endian
        } else {
            std::memcpy(&bytes, text.data() + span.begin + at, left);
        }
        high |= bytes & kHighBits;
        bytes = lower_eight(bytes);
        std::memcpy(short_ + at, &bytes, 8);
    }
    return high ? std::string_view() : std::string_view(short_, size);
}

std::string_view WordKey::of(std::string_view text, Span span) {
    if (letters_ == LetterCase::kKeep) return span.of(text);
    // Of ASCII, both forms are the same.
    if (const std::string_view ascii = lower_short(text, span); !ascii.empty()) return ascii;
    if (letters_ == LetterCase::kLower)
        lower_into(span.of(text), long_);
    else
        unicode::fold_into(span.of(text), long_);
    return long_;
}

}  // namespace lede::stats
