#include "tokens/plain_words.h"

#include <bit>

#include "text/byte_masks.h"
#include "text/unicode.h"

namespace lede::tokens {
namespace {

// Marks that are a token of their own wherever one alone stands between a word and white space.
bool is_plain_mark(char c) {
    return c == ',' || c == '.' || c == ';' || c == ':' || c == '?' || c == '!';
}

// The masks of the 64 bytes from `at` on; a word that the limit ends is as good as one before a
// space.
WordMasks masks_until(std::string_view text, std::size_t at, std::size_t limit) {
    WordMasks masks = word_masks(text, at);
    if (limit - at >= kMaskBytes) return masks;
    const std::uint64_t end = std::uint64_t{1} << (limit - at);
    masks.letters &= end - 1;
    masks.digits &= end - 1;
    masks.white = (masks.white & (end - 1)) | end;
    return masks;
}

}  // namespace

std::size_t PlainWords::scan(std::string_view text, std::size_t at, std::size_t limit,
                             std::vector<Token>& out) const {
    while (at < limit) {
        const WordMasks masks = masks_until(text, at, limit);
        std::size_t place = 0;  // of the next word, from `at`
        bool stopped = false;
        while (place < kMaskBytes && at + place < limit) {
            const std::uint64_t others = ~(masks.letters | masks.digits) >> place;
            const auto size = static_cast<std::size_t>(std::countr_zero(others));  // 64: none
            const std::size_t end = place + size;
            if (end + 1 >= kMaskBytes) break;  // the next stretch has all of it
            const std::string_view word(text.data() + at + place, size);
            // Digits are a word, "20th" is to be looked at.
            stopped = size == 0 || ((masks.digits >> place & 1U) &&
                                    (masks.letters >> place & ((std::uint64_t{1} << size) - 1)));
            std::size_t tail = 0;  // bytes behind the word, before white space
            if (!(masks.white >> end & 1U)) {
                tail = tail_size(word, masks.white >> end);
                stopped |= tail == 0;
            }
            stopped |= (tail < 2 && lists_.may_be_contraction(word));
            if (stopped) break;
            out.push_back({make_span(at + place, at + end), false});
            if (tail > 0) out.push_back({make_span(at + end, at + end + tail), tail > 1});
            place = end + tail + 1;
        }
        at += place;
        if (stopped || place == 0) break;
    }
    return at < limit ? at : limit;
}

// Bytes of the one mark behind `word`, or of its 's, if white space follows; or 0. Requires: a byte
// stands there. `white`: the mask from there on.
std::size_t PlainWords::tail_size(std::string_view word, std::uint64_t white) const {
    const char* const tail = word.data() + word.size();
    if (is_plain_mark(*tail)) {
        if (!(white & 2U)) return 0;
        if (*tail != '.') return 1;
        const std::string_view with_period(word.data(), word.size() + 1);
        const bool full_stop =
            word.size() > 1 && lists_.abbreviation(with_period).kind == AbbreviationKind::kNone;
        return full_stop ? 1 : 0;
    }
    if (word.empty() || !unicode::is_ascii_letter(word.back())) return 0;
    if (*tail == '\'') return (white & 4U) && tail[1] == 's' ? 2 : 0;
    return (white & 16U) && std::string_view(tail, 4) == "’s" ? 4 : 0;
}

}  // namespace lede::tokens
