// Tag features: what the part-of-speech model sees of each token of a sentence.
//
//   "Kim met envoys"  ->  met: its form, endings, shape, word class; the same of its neighbours;
//                         pairs of them
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
#include "learning/word_classes.h"
#include "model/token.h"

namespace lede::tokens {

// What the features need to know of one token.
struct WordFacts {
    std::uint64_t lower = 0;       // hash of the folded form
    std::uint64_t form = 0;        // hash of the form as written
    std::uint64_t suffix[4] = {};  // of the last 1 to 4 bytes of the folded form
    std::uint64_t prefix[3] = {};  // of the first 1 to 3
    std::uint64_t shape = 0;
    std::uint16_t cluster = 0;  // word class, 0: unknown
    bool upper_first = false;
    bool letters = false;  // holds a letter
    bool all_upper = false;
    bool space_before = false;
};

class TagFeatures {
  public:
    struct Scratch {
        std::vector<WordFacts> facts;
        std::string folded;
    };

    explicit TagFeatures(learning::WordClasses clusters) : clusters_(clusters) {}

    // Replaces `out` by the features of the tokens, one position each. `text` is what their spans
    // index. Requires: the tokens are one sentence or a part of one. Linear.
    void compute(std::string_view text, std::span<const Token> tokens, Scratch& scratch,
                 learning::FeatureSequence& out) const;

  private:
    learning::WordClasses clusters_;
};

// The form as the features and the word classes know it: lower case, digits as 0, quotes and
// dashes in ASCII. Replaces `out`.
void fold_word(std::string_view word, std::string& out);

}  // namespace lede::tokens
