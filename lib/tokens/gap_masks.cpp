#include "tokens/gap_masks.h"

#include <algorithm>
#include <array>
#include <bit>

#include "text/byte_masks.h"

namespace lede::tokens {
namespace {

// What is known of a token and of the gap before it.
enum Flag : std::uint8_t {
    kLower = 1,
    kNested = 2,
    kAfterStop = 4,
    kAfterQuiet = 8,
    kSpaced = 16,
};

// What the first byte of a token tells of it.
constexpr auto kFirst = [] {
    std::array<std::uint8_t, 256> table{};
    for (unsigned c = 'a'; c <= 'z'; ++c) table[c] = kLower;
    for (const unsigned char c : {'"', '(', ')', '[', ']'}) table[c] = kNested;
    return table;
}();

// What the last byte of a token tells of the gap after it.
constexpr auto kLast = [] {
    std::array<std::uint8_t, 256> table{};
    for (unsigned c = 'a'; c <= 'z'; ++c) table[c] = kAfterQuiet;
    for (unsigned c = 'A'; c <= 'Z'; ++c) table[c] = kAfterQuiet;
    for (unsigned c = '0'; c <= '9'; ++c) table[c] = kAfterQuiet;
    for (const unsigned char c : {'_', ','}) table[c] = kAfterQuiet;
    for (const unsigned char c : {'.', '!', '?'}) table[c] = kAfterStop;
    return table;
}();

std::uint64_t gather(const std::array<std::uint8_t, kGroup>& flags, Flag flag) {
    return bytes_with_bit(flags.data(),
                          static_cast<unsigned>(std::countr_zero(static_cast<unsigned>(flag))));
}

}  // namespace

ProseCounts mask_gaps(std::string_view text, std::span<const Token> tokens,
                      std::vector<GapMasks>& masks) {
    static_assert(kGroup == kMaskBytes);
    ProseCounts counts;
    masks.clear();
    unsigned after = 0;  // what the token before tells
    std::uint32_t before_end = tokens[0].span.begin;
    for (std::size_t first = 0; first < tokens.size(); first += kGroup) {
        const std::span group = tokens.subspan(first, std::min(kGroup, tokens.size() - first));
        std::array<std::uint8_t, kGroup> flags;
        for (std::size_t i = 0; i < group.size(); ++i) {
            const Span span = group[i].span;
            const unsigned spaced = before_end < span.begin ? unsigned{kSpaced} : 0U;
            flags[i] = static_cast<std::uint8_t>(
                kFirst[static_cast<unsigned char>(text[span.begin])] | after | spaced);
            after = kLast[static_cast<unsigned char>(text[span.end - 1])];
            before_end = span.end;
        }
        std::fill(flags.begin() + static_cast<std::ptrdiff_t>(group.size()), flags.end(),
                  std::uint8_t{0});
        masks.push_back({gather(flags, kLower), gather(flags, kNested), gather(flags, kAfterStop),
                         gather(flags, kAfterQuiet), gather(flags, kSpaced)});
        counts.lower += count_bits(masks.back().lower);
        for (std::uint64_t left = masks.back().after_stop; left != 0; left &= left - 1) {
            const auto bit = static_cast<std::size_t>(std::countr_zero(left));
            counts.stops += tokens[first + bit - 1].span.size() == 1;
        }
    }
    counts.stops += after == kAfterStop && tokens.back().span.size() == 1;
    return counts;
}

}  // namespace lede::tokens
