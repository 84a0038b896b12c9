// ItemReader: one article as a sequence of the things that are counted, as numbers.
//
//   words (kUax29, kLower)   "The law is the law."  ->  0 1 2 0 1     the=0 law=1 is=2
//   entities                 one for each mention of a name, under the thing's fullest name
//   speakers                 one for each quotation
//
// It does not count; see FrequencyCounter, PairCounter, and the sequences' other readers.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "model/document.h"
#include "stats/short_word.h"
#include "stats/vocabulary.h"
#include "stats/word_key.h"
#include "text/segmentation.h"

namespace lede::stats {

enum class ItemKind : std::uint8_t {
    kWords,
    kLemmas,
    kUpos,
    kEntities,
    kTypes,
    kSpeakers,
    kCitations,
    kProvisions,
    kMonths,
};

inline constexpr std::array<std::string_view, 9> kItemKindNames = {
    "words",    "lemmas",    "upos",       "entities", "types",
    "speakers", "citations", "provisions", "months"};

// What a word is. kLede: our surface tokens that hold a letter or digit ("don't" is one).
// kUax29: the word segments of Unicode Standard Annex 29, as ICU and the peers built on it have
// them; no annotator runs for these, and the language does not matter.
enum class WordRule : std::uint8_t { kLede, kUax29 };

struct ItemRule {
    ItemKind kind = ItemKind::kWords;
    WordRule words = WordRule::kLede;
    LetterCase letters = LetterCase::kKeep;  // of words and lemmas
    bool by_key = false;  // entities: identity keys (relations/identity.h) in place of names
};

// Layers of the document that the rule reads; empty: the text is enough.
Layers layers_of(const ItemRule& rule);

struct ItemSequence {
    std::vector<std::uint32_t> ids;     // numbers of the vocabulary, in text order
    std::vector<std::uint32_t> begins;  // parallel: where in the text each begins, in bytes
    void clear() {
        ids.clear();
        begins.clear();
    }
};

class ItemReader {
  public:
    // For words by kUax29, costs milliseconds: keep it. Not for several threads at once.
    explicit ItemReader(ItemRule rule);

    // Replaces `items` by those of the article; boilerplate has none. Linear.
    // Requires: the layers of `layers_of(rule)`.
    void read(const Document& document, Vocabulary& vocabulary, ItemSequence& items);

    // The same in pieces that follow each other, so that a long text needs little memory: words by
    // kUax29 come in pieces of about 64 KiB of text, everything else in one.
    using UsePiece = std::function<void(const ItemSequence&)>;
    void read_pieces(const Document& document, Vocabulary& vocabulary, const UsePiece& use);

  private:
    void append_segments(const Document& document, Span slice, Vocabulary& vocabulary,
                         ItemSequence& items);
    void find_ids(std::string_view text, std::span<const Span> words, Vocabulary& vocabulary,
                  std::uint32_t* ids);
    std::uint32_t id_of_word(std::string_view word, Vocabulary& vocabulary);
    void read_tokens(const Document& document, Vocabulary& vocabulary, ItemSequence& items);
    void read_annotations(const Document& document, Vocabulary& vocabulary, ItemSequence& items);

    ItemRule rule_;
    WordKey key_;
    std::unique_ptr<WordSegmenter> segmenter_;  // kUax29
    std::vector<ShortWord> waiting_;            // to be looked up together
    ItemSequence piece_;
};

// Whether a token's text holds a letter or digit.
bool is_word(std::string_view text);

}  // namespace lede::stats
