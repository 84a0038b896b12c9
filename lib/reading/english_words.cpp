#include "reading/english_words.h"

#include <stdexcept>

#include "text/unicode.h"

namespace lede::reading {
namespace {

constexpr std::size_t kSample = std::size_t{4} << 10;
constexpr std::size_t kFewestWords = 60;
// Two thirds of what running English has: the detector calls a text English from two fifths on.
constexpr std::size_t kOneIn = 5;
constexpr std::size_t kLongestWord = 8;

bool is_letter(char c) {
    return unicode::is_ascii_letter(c) || static_cast<unsigned char>(c) >= 0x80;
}

}  // namespace

EnglishWords::EnglishWords(const Lexicon& lexicon) {
    const lexicon::Table table = lexicon.table("reading/english_words");
    for (std::uint32_t row = 0; row < table.rows(); ++row) {
        const std::string_view word = table.cell(row, 0);
        if (word.empty() || word.size() > kLongestWord || std::size_t{2} * table.rows() > kSlots)
            throw std::runtime_error("data/reading/english_words.tsv: word too long, or too many");
        std::uint64_t key = 0;
        for (const char c : word) key = key << 8 | static_cast<unsigned char>(c);
        std::size_t slot = slot_of(key);
        while (keys_[slot] != 0) slot = (slot + 1) % kSlots;
        keys_[slot] = key;
    }
}

bool EnglishWords::holds(std::uint64_t key) const {
    for (std::size_t slot = slot_of(key); keys_[slot] != 0; slot = (slot + 1) % kSlots)
        if (keys_[slot] == key) return true;
    return false;
}

bool EnglishWords::fill(std::string_view text) const {
    text = text.substr(0, kSample);
    std::size_t words = 0, found = 0;
    for (std::size_t at = 0; at < text.size();) {
        if (!is_letter(text[at])) {
            ++at;
            continue;
        }
        const std::size_t begin = at;
        std::uint64_t key = 0;
        for (; at < text.size() && is_letter(text[at]); ++at)
            key = key << 8 | static_cast<unsigned char>(unicode::ascii_lower(text[at]));
        ++words;
        if (at - begin <= kLongestWord && holds(key)) ++found;
    }
    return words >= kFewestWords && found * kOneIn >= words;
}

}  // namespace lede::reading
