// NameFeatures: what the name model sees of a document.
//
//   NameFeatures features(lexicon, gazetteer);
//   features.prepare(document, prepared);                 once for each document
//   features.write(prepared, sentence, sequence);         for each sentence
//
// Per token: the word and its neighbours, beginnings and ends of the word, its class among words
// used alike, names it is known to be part of, titles before it, the run of capitals it stands in
// with the words around that run, and what the rest of the article shows of the same word (after a
// title, before "said", never small …; Chieu and Ng 2003). A sentence in which letter case tells
// nothing (headline, all capitals, all small) is seen without any of what depends on case.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "entities/gazetteer.h"
#include "entities/word_facts.h"
#include "learning/feature_sequence.h"
#include "lexicon/lexicon.h"
#include "model/document.h"

namespace lede::entities {

// One token as the model sees it.
struct TokenView {
    std::uint64_t word = 0;   // hash of the folded form, digits made alike
    std::uint64_t shape = 0;  // hash of the letter pattern
    Span folded;              // into PreparedDocument::folded
    WordFacts facts;
    std::uint8_t name_word = 0;  // kind of name that this word ends or begins; 0: none
    std::uint8_t known = 0;      // kind of the known name it stands in, and where in it; 0: none
    bool capital = false;        // begins with one
    bool has_capital = false;    // anywhere: "iPhone"
    bool joins = false;          // small word inside names: "of"
    bool hyphen = false;
    bool number = false;  // begins with a digit
    bool after_title = false;
    std::uint16_t evidence = 0;  // what the article shows of the word
};

struct PreparedDocument {
    std::vector<TokenView> tokens;
    std::vector<bool> caseless;  // by sentence
    std::vector<GazetteerHit> hits;
    std::string folded;
    std::unordered_map<std::uint64_t, std::uint16_t> evidence;
};

class NameFeatures {
  public:
    NameFeatures(const Lexicon& lexicon, const Gazetteer& gazetteer);

    // Replaces `prepared`. Linear; safe from many threads.
    void prepare(const Document& document, PreparedDocument& prepared) const;

    // Replaces `out` by the features of one sentence. Where case counts, words far from any capital
    // are pinned to "no name": most of a text costs next to nothing. Requires: `prepared` is of
    // this document.
    void write(const Document& document, const PreparedDocument& prepared, std::uint32_t sentence,
               learning::FeatureSequence& out) const;

  private:
    void view_tokens(const Document& document, PreparedDocument& prepared) const;
    void mark_known_names(const Document& document, std::uint32_t sentence,
                          PreparedDocument& prepared) const;
    void mark_titles(const Document& document, const Sentence& sentence,
                     PreparedDocument& prepared) const;

    const Gazetteer& gazetteer_;
    WordFactTable facts_;
    lexicon::Table name_words_;
    lexicon::PhraseIndex titles_;
};

}  // namespace lede::entities
