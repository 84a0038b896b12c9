// Tag features: what the part-of-speech model sees of each token of a sentence.
//
//   "Kim met envoys"  ->  met: its form, endings, shape, word class, what dictionaries say of
//                         it; the same of its neighbours; pairs of them
//
// Shared by the tagger and by its trainer, so that both see the same. Typographic quotes, dashes
// and apostrophes count as their ASCII forms, because treebanks and news write them differently.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "learning/feature_sequence.h"
#include "learning/keyed_cache.h"
#include "learning/word_classes.h"
#include "model/token.h"

namespace lede::tokens {

// What the features need to know of one word.
struct WordFacts {
    std::uint64_t form = 1;   // hash of the word as written; 1: no word
    std::uint64_t lower = 0;  // of the folded form
    std::uint64_t shape = 0;
    std::uint64_t suffix = 0;   // of the last 3 bytes of the folded form
    std::uint16_t cluster = 0;  // word class, 0: unknown
    std::uint16_t kinds = 0;    // of word_kinds.h
    bool upper_first = false;
    bool upper_all = false;  // holds no small ASCII letter
    bool letters = false;    // holds a letter
};

class TagFeatures {
  public:
    // Working memory; what it remembers of words serves the next sentence.
    struct Scratch {
        learning::KeyedCache<WordFacts> words{1U << 12U};
        std::vector<WordFacts> facts;  // of the tokens, with two blanks on each side
        std::string folded;
    };

    TagFeatures(learning::WordClasses clusters, learning::WordClasses kinds)
        : clusters_(clusters), kinds_(kinds) {}

    // Writes the features of the tokens, one position each, after clearing `out`: a FeatureSequence
    // or an EmissionScorer. `text` is what their spans index. Requires: the tokens are one sentence
    // or a part of one. Linear.
    template <typename Out>
    void compute(std::string_view text, std::span<const Token> tokens, Scratch& scratch,
                 Out& out) const;

  private:
    // How a sentence is written. In all but plain ones, capitals say little, or their lack does.
    enum class Style : std::uint8_t { kPlain, kTitle, kCapitals, kSmall };

    Style gather_facts(std::string_view text, std::span<const Token> tokens,
                       Scratch& scratch) const;

    learning::WordClasses clusters_, kinds_;
};

// The form as the features and the word classes know it: lower case, digits as 0, quotes and
// dashes in ASCII. Replaces `out`.
void fold_word(std::string_view word, std::string& out);

}  // namespace lede::tokens
