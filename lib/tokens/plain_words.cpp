#include "tokens/plain_words.h"

#include <array>
#include <bit>

#include "text/byte_masks.h"
#include "text/unicode.h"
#include "text/wide_masks.h"

namespace lede::tokens {
namespace {

constexpr std::size_t kStopped = 128;  // beside a number of bytes: what follows is no plain word

// Marks that are a token of their own wherever one alone stands between a word and white space.
constexpr auto kPlainMarks = [] {
    std::array<bool, 256> table{};
    for (const unsigned char c : {',', '.', ';', ':', '?', '!'}) table[c] = true;
    return table;
}();

// The masks of a text that ends after `count` bytes; a word that the end cuts is as good as one
// before a space. Requires: count < kMaskBytes.
WordMasks cut_masks(WordMasks masks, std::size_t count) {
    const std::uint64_t end = std::uint64_t{1} << count;
    masks.letters &= end - 1;
    masks.digits &= end - 1;
    masks.white = (masks.white & (end - 1)) | end;
    return masks;
}

// Bytes of the one mark behind `word`, or of its 's, if white space follows; or 0. Requires: a byte
// stands there. `white`: the mask from there on.
std::size_t tail_size(const WordLists& lists, std::string_view word, std::uint64_t white) {
    const char* const tail = word.data() + word.size();
    if (kPlainMarks[static_cast<unsigned char>(*tail)]) {
        if (!(white & 2U)) return 0;
        if (*tail != '.') return 1;
        const std::string_view with_period(word.data(), word.size() + 1);
        const bool full_stop =
            word.size() > 1 && lists.abbreviation(with_period).kind == AbbreviationKind::kNone;
        return full_stop ? 1 : 0;
    }
    if (!unicode::is_ascii_letter(word.back())) return 0;
    if (*tail == '\'') return (white & 4U) && tail[1] == 's' ? 2 : 0;
    return (white & 16U) && std::string_view(tail, 4) == "’s" ? 4 : 0;
}

// The plain words among the 64 bytes from `at` on. Returns their bytes, and kStopped if what
// follows is none. Inlined, so that it is compiled for the machine of its caller.
[[gnu::always_inline]] inline std::size_t take_words(const WordLists& lists, std::string_view text,
                                                     std::size_t at, const WordMasks& masks,
                                                     std::vector<Token>& out) {
    std::uint64_t words = masks.letters | masks.digits;
    // Digits are a word, "20th" is to be looked at: it is cut here, and no white space follows.
    const std::uint64_t mixed =
        (masks.letters & masks.digits << 1U) | (masks.digits & masks.letters << 1U);
    if (mixed != 0) words &= (mixed & -mixed) - 1;
    std::uint64_t edges = words ^ words << 1U;  // begins and ends of words, in turn
    std::size_t place = 0;                      // of the next word, from `at`
    while (edges != 0) {
        const auto begin = static_cast<std::size_t>(std::countr_zero(edges));
        edges &= edges - 1;
        if (begin != place) return place | kStopped;
        const auto end = static_cast<std::size_t>(std::countr_zero(edges));  // 64: none
        if (end + 1 >= kMaskBytes) break;  // the next stretch has all of it
        edges &= edges - 1;
        const std::string_view word(text.data() + at + begin, end - begin);
        if (masks.white >> end & 1U) {
            if (lists.may_be_contraction(word)) return place | kStopped;
            out.push_back({make_span(at + begin, at + end), false});
            place = end + 1;
            continue;
        }
        const std::size_t tail = tail_size(lists, word, masks.white >> end);
        if (tail == 0 || (tail == 1 && lists.may_be_contraction(word))) return place | kStopped;
        out.push_back({make_span(at + begin, at + end), false});
        out.push_back({make_span(at + end, at + end + tail), tail > 1});
        place = end + tail + 1;
        if (tail > 1)  // the s of ’s
            edges = place < kMaskBytes ? edges & ~std::uint64_t{0} << place : 0;
    }
    return place;
}

}  // namespace

std::size_t PlainWords::scan(std::string_view text, std::size_t at, std::size_t limit,
                             std::vector<Token>& out) const {
#if defined(LEDE_WIDE)
    if (has_wide_masks()) return scan_wide(text, at, limit, out);
#endif
    return scan_anywhere(text, at, limit, out);
}

std::size_t PlainWords::scan_anywhere(std::string_view text, std::size_t at, std::size_t limit,
                                      std::vector<Token>& out) const {
    while (at < limit) {
        WordMasks masks = word_masks(text, at);
        if (limit - at < kMaskBytes) masks = cut_masks(masks, limit - at);
        const std::size_t bytes = take_words(lists_, text, at, masks, out);
        at += bytes & ~kStopped;
        if (bytes == 0 || (bytes & kStopped) != 0) break;
    }
    return at < limit ? at : limit;
}

#if defined(LEDE_WIDE)
LEDE_WIDE std::size_t PlainWords::scan_wide(std::string_view text, std::size_t at,
                                            std::size_t limit, std::vector<Token>& out) const {
    while (at < limit) {
        WordMasks masks = text.size() - at < kMaskBytes ? word_masks(text, at)
                                                        : wide_word_masks(text.data() + at);
        if (limit - at < kMaskBytes) masks = cut_masks(masks, limit - at);
        const std::size_t bytes = take_words(lists_, text, at, masks, out);
        at += bytes & ~kStopped;
        if (bytes == 0 || (bytes & kStopped) != 0) break;
    }
    return at < limit ? at : limit;
}
#endif

}  // namespace lede::tokens
