// NameTrie: every phrase that can open or be a citation, found at a word in one walk.
//
//   trie.add("Pub. L.", {.action = Action::kPublicLaw});
//   trie.match("see Pub. L. 114-122", 4) -> that entry, span "Pub. L"
//
// Words are cut as `is_word_byte` cuts them and compared without regard to ASCII case; signs and
// blanks between them do not matter, so "U.S.C.", "U. S. C." and "USC" need two phrases, not five.
// A phrase written with a capital is found only where the text has one. One hash table of
// (node, word) edges; a lookup costs one probe per word and reads no further than the longest
// phrase. Built once, then read from many threads.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace lede::citations {

// What the scanner does at a phrase.
enum class Action : std::uint8_t {
    kNone,
    kPin,
    kUsc,
    kCfr,
    kAcquisition,
    kPublicLaw,
    kPrivateLaw,
    kStatutes,
    kRegister,
    kBill,
    kOrder,
    kMemorandum,
    kConstitution,
    kAmendment,
    kRule,
    kLaw,
    kHead,
    kChapterLaw,
    kUn,
    kEuAct,
    kJournal,
    kCelex,
    kUkInstrument,
    kStateCode,
    kStateRegulation,
    kSessionLaw,
    kReporter,
    kCountry,
    kBack,
    kProvision,
};

inline constexpr std::uint8_t kPluralForm = 0x40;  // in the argument of a pin

struct NameEntry {
    Action action = Action::kNone;
    std::uint8_t argument = 0;     // what the action makes of it
    bool exact = false;            // compare letter case: acronyms
    bool weak = false;             // counts only where the text has named the law in full
    bool capital = false;          // set by `add`: the phrase begins with a capital
    std::uint32_t law = kNone;     // index into the law book
    std::uint32_t phrase = kNone;  // set by `add`
    std::uint32_t other = kNone;   // set by `add`: the same words, whatever their case
};

class NameTrie {
  public:
    NameTrie();

    // A later phrase of the same words replaces an earlier one only if it is no weaker.
    // Requires: `phrase` outlives the trie.
    void add(std::string_view phrase, NameEntry entry);

    // Whether a phrase may begin with the word that begins at `at`, by its first three bytes: one
    // table look-up, few false answers. Requires: `at` inside `text`.
    bool may_begin(std::string_view text, std::uint32_t at) const {
        const std::size_t index = index_of(text, at);
        return begins_[index / 64] >> (index % 64) & 1;
    }

    // The longest phrase at the word that begins at `at`; nothing: nullptr.
    const NameEntry* match(std::string_view text, std::uint32_t at, Span& span) const;

    std::string_view phrase(std::uint32_t i) const { return phrases_[i]; }

  private:
    struct Edge {
        std::uint64_t key = 0;
        std::uint32_t node = 0;
    };

    // The first byte keeps its case: most words are in small letters, most phrases are not.
    static std::size_t index_of(std::string_view word, std::size_t at) {
        const auto byte = [&](std::size_t i) -> std::uint32_t {
            return i < word.size() ? fold(word[i]) : 0;
        };
        // Signs, those of U+0080 and U+2000 among them, end the word, as they do for
        // `is_word_byte`.
        const auto letter = [](std::uint32_t c) {
            return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
                           (c >= 0x80 && c != 0xC2 && c != 0xE2)
                       ? c
                       : 0U;
        };
        const std::uint32_t second = letter(byte(at + 1));
        const std::uint32_t third = second == 0 ? 0 : letter(byte(at + 2));
        const std::uint32_t key =
            std::uint32_t{static_cast<unsigned char>(word[at])} | second << 8 | third << 16;
        return (key * 0x9E3779B1U) >> 15;
    }
    static unsigned char fold(char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte >= 'A' && byte <= 'Z' ? static_cast<unsigned char>(byte + 32) : byte;
    }
    static std::uint64_t hash(std::string_view word);
    static std::size_t bit_of(std::uint64_t word_hash) {
        return static_cast<std::size_t>((word_hash * 0x9E3779B97F4A7C15ULL) >> 47);
    }
    static std::uint64_t key_of(std::uint32_t node, std::uint64_t word);
    std::uint32_t step(std::uint64_t key) const;
    std::uint32_t insert(std::uint64_t key);
    void grow();
    bool fits(const NameEntry& entry, std::string_view text, Span span) const;

    std::vector<Edge> edges_;
    std::size_t used_ = 0;
    std::vector<std::uint32_t> entry_of_node_;
    std::vector<NameEntry> entries_;
    std::vector<std::string_view> phrases_;
    std::array<std::uint64_t, 2048> begins_{};       // 2^17 bits
    std::array<std::uint64_t, 2048> first_words_{};  // the same, of whole words: spares a look-up
};

}  // namespace lede::citations
