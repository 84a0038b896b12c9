#include "dates/trigger_scan.h"

#include <algorithm>
#include <array>
#include <bit>

#include "dates/word_key.h"
#include "text/byte_masks.h"
#include "text/span.h"
#include "text/unicode.h"

namespace lede::dates {
namespace {

using unicode::is_ascii_digit;
using unicode::is_ascii_letter;

constexpr unsigned kFilterShift = 64 - 14;
constexpr unsigned kKeyShift = 64 - 11;
constexpr std::size_t kLongestDotted = 24;  // letters of "p.m."; no trigger has more
constexpr std::size_t kLookBack = 8;        // bytes between "in" and a numeral, at most

char char_at(std::string_view text, std::size_t at) { return at < text.size() ? text[at] : '\0'; }

// Whether the numeral may be the year of "in 865".
bool follows_in(std::string_view text, std::size_t at) {
    for (std::size_t i = at; i-- > 0 && at - i <= kLookBack;) {
        if (is_ascii_digit(text[i])) return false;
        if (is_ascii_letter(text[i]))
            return unicode::ascii_lower(text[i]) == 'n' && i > 0 &&
                   unicode::ascii_lower(text[i - 1]) == 'i';
    }
    return at > kLookBack;
}

// "2019", "20190220", "'98", "in 865", "20th", "15:30", "20.2.19": whether the digits
// text[at, at + size) may begin a trigger. Looks at a few bytes around them only.
bool may_be_trigger(std::string_view text, std::size_t at, std::size_t size) {
    if (size == 4 || size == 8) return true;
    const char after = char_at(text, at + size);
    const bool joins = is_ascii_digit(char_at(text, at + size + 1));
    if (is_ascii_letter(after) || static_cast<unsigned char>(after) >= 0xC3) return true;
    if (joins && (after == '/' || after == ':' || after == '-')) return true;
    if (joins && after == '.') {
        std::size_t dot = at + size + 2;
        if (is_ascii_digit(char_at(text, dot))) ++dot;
        if (char_at(text, dot) == '.') return true;
    }
    if (size == 3) return follows_in(text, at);
    if (size != 2 || at == 0) return false;
    const char before = text[at - 1];  // an apostrophe, or the last byte of a curly one
    return before == '\'' || before == '\x98' || before == '\x99';
}

// Letters or digits from `at` on.
std::size_t size_of_run(std::string_view text, std::size_t at, bool letters) {
    std::size_t end = at;
    while (letters ? is_ascii_letter(char_at(text, end)) : is_ascii_digit(char_at(text, end)))
        ++end;
    return end - at;
}

// The longest piece of ASCII letters: "clock" of "o'clock".
std::string_view longest_piece(std::string_view key) {
    std::string_view longest;
    for (std::size_t begin = 0; begin < key.size();) {
        std::size_t end = begin;
        while (end < key.size() && is_ascii_letter(key[end])) ++end;
        if (end - begin > longest.size()) longest = key.substr(begin, end - begin);
        begin = end + 1;
    }
    return longest;
}

}  // namespace

TriggerScan::TriggerScan(const Grammar& grammar)
    : filter_((std::size_t{1} << (64 - kFilterShift)) / 64),
      keys_(std::size_t{1} << (64 - kKeyShift)) {
    for (const Word& word : grammar.words())
        if (word.trigger) add(longest_piece(word.key));
}

void TriggerScan::add(std::string_view letters) {
    if (letters.empty()) return;  // "9/11": its shape tells
    const std::uint64_t key = word_key(letters);
    const std::uint64_t hash = hash_of_key(key);
    filter_[(hash >> kFilterShift) / 64] |= std::uint64_t{1} << (hash >> kFilterShift) % 64;
    std::size_t slot = hash >> kKeyShift;
    while (keys_[slot] != 0 && keys_[slot] != key) slot = (slot + 1) % keys_.size();
    keys_[slot] = key;
}

inline bool TriggerScan::has(std::uint64_t key) const {
    const std::uint64_t hash = hash_of_key(key);
    const std::uint64_t bit = hash >> kFilterShift;
    if ((filter_[bit / 64] >> bit % 64 & 1) == 0) return false;
    std::size_t slot = hash >> kKeyShift;
    while (keys_[slot] != 0 && keys_[slot] != key) slot = (slot + 1) % keys_.size();
    return keys_[slot] == key;
}

// "p.m."
bool TriggerScan::is_dotted_trigger(std::string_view text, std::size_t at) const {
    std::array<char, kLongestDotted> letters{};
    std::size_t size = 0;
    for (; size < letters.size() && is_ascii_letter(char_at(text, at)); at += 2) {
        const char after = char_at(text, at + 1);
        if (is_ascii_letter(after)) break;
        letters[size++] = text[at];
        if (after != '.') break;
    }
    return size > 1 && has(word_key({letters.data(), size}));
}

// Whether the letters text[at, at + size) are a trigger, or begin one.
inline bool TriggerScan::is_trigger(std::string_view text, std::size_t at, std::size_t size) const {
    if (has(word_key(text, at, size))) return true;
    return size == 1 && char_at(text, at + 1) == '.' && is_dotted_trigger(text, at);
}

std::vector<std::uint32_t> TriggerScan::scan(std::string_view text) const {
    std::vector<std::uint32_t> begins;
    std::uint64_t letter_before = 0, digit_before = 0;
    for (std::size_t at = 0; at < text.size(); at += kMaskBytes) {
        const WordMasks masks = word_masks(text, at);
        const std::uint64_t words = masks.letters & ~(masks.letters << 1U | letter_before);
        const std::uint64_t numerals = masks.digits & ~(masks.digits << 1U | digit_before);
        letter_before = masks.letters >> 63U;
        digit_before = masks.digits >> 63U;
        for (std::uint64_t left = words | numerals; left != 0; left &= left - 1) {
            const auto bit = static_cast<unsigned>(std::countr_zero(left));
            const std::size_t begin = at + bit;
            const bool is_word = (words >> bit & 1) != 0;
            auto size = static_cast<std::size_t>(
                std::countr_one((is_word ? masks.letters : masks.digits) >> bit));
            if (bit + size == kMaskBytes) size = size_of_run(text, begin, is_word);
            if (is_word ? is_trigger(text, begin, size) : may_be_trigger(text, begin, size))
                begins.push_back(static_cast<std::uint32_t>(begin));
        }
    }
    return begins;
}

}  // namespace lede::dates
