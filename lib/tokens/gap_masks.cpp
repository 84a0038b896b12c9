#include "tokens/gap_masks.h"

#include <algorithm>
#include <array>
#include <bit>

#include "text/byte_masks.h"

namespace lede::tokens {
namespace {

// What a byte is at the edge of a token, and what is known of a token and the gap before it.
enum Flag : std::uint8_t {
    kLower = 1,
    kNested = 2,
    kStop = 4,
    kQuiet = 8,
    kAfterStop = kStop << 2,  // of the token before
    kAfterQuiet = kQuiet << 2,
    kSpaced = 64,
    kLoneStop = 128,
};

constexpr auto kEdges = [] {
    std::array<std::uint8_t, 256> table{};
    for (unsigned c = 'a'; c <= 'z'; ++c) table[c] = kLower | kQuiet;
    for (unsigned c = 'A'; c <= 'Z'; ++c) table[c] = kQuiet;
    for (unsigned c = '0'; c <= '9'; ++c) table[c] = kQuiet;
    for (const unsigned char c : {'_', ','}) table[c] = kQuiet;
    for (const unsigned char c : {'.', '!', '?'}) table[c] = kStop;
    for (const unsigned char c : {'"', '(', ')', '[', ']'}) table[c] = kNested;
    return table;
}();

unsigned edge(char c) { return kEdges[static_cast<unsigned char>(c)]; }

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
    unsigned before = 0;  // edge of the token before
    std::uint32_t before_end = tokens[0].span.begin;
    for (std::size_t first = 0; first < tokens.size(); first += kGroup) {
        const std::span group = tokens.subspan(first, std::min(kGroup, tokens.size() - first));
        std::array<std::uint8_t, kGroup> flags;
        for (std::size_t i = 0; i < group.size(); ++i) {
            const Span span = group[i].span;
            const unsigned begin = edge(text[span.begin]);
            flags[i] = static_cast<std::uint8_t>(
                (begin & (kLower | kNested)) | (before & (kStop | kQuiet)) << 2U |
                static_cast<unsigned>(before_end < span.begin) * kSpaced |
                static_cast<unsigned>(span.size() == 1) * (begin & kStop) * (kLoneStop / kStop));
            before = edge(text[span.end - 1]);
            before_end = span.end;
        }
        std::fill(flags.begin() + static_cast<std::ptrdiff_t>(group.size()), flags.end(),
                  std::uint8_t{0});
        masks.push_back({gather(flags, kLower), gather(flags, kNested), gather(flags, kAfterStop),
                         gather(flags, kAfterQuiet), gather(flags, kSpaced)});
        counts.lower += count_bits(masks.back().lower);
        counts.stops += count_bits(gather(flags, kLoneStop));
    }
    return counts;
}

}  // namespace lede::tokens
