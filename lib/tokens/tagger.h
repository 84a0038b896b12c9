// Tagger: universal and Penn part-of-speech tags and lemmas of a tokenized document.
//
//   "Envoys met." -> NOUN VERB PUNCT, NNS VBD ., envoy meet .
//
// Tags come from a trained sequence model (data/tokens/tagger.model.md tells its recipe and its
// scores), both kinds at once: a label of the model is a pair of them. Lemmas follow UD: lower case
// unless the word is a proper noun ("Koreans" NNPS -> "Korean").
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "learning/sequence_model.h"
#include "learning/workspace_pool.h"
#include "lexicon/lexicon.h"
#include "model/document.h"
#include "tokens/lemma_rules.h"
#include "tokens/tag_features.h"

namespace lede::tokens {

class Tagger {
  public:
    // Throws std::runtime_error if a model of the lexicon is broken.
    explicit Tagger(const Lexicon& lexicon);
    Tagger(const Tagger&) = delete;  // working memory refers to the model
    Tagger& operator=(const Tagger&) = delete;
    ~Tagger();

    // Sets upos and xpos, parallel to the document's tokens. Linear; safe from many threads.
    void tag(Document& document) const;

    // Sets lemmas. Requires: the document is tagged. Linear; safe from many threads.
    void lemmatize(Document& document) const;

  private:
    struct Memory;  // that a thread works with

    Lexicon lexicon_;  // owns the bytes that the models read in place
    learning::SequenceModel model_;
    TagFeatures features_;
    LemmaRules lemmas_;
    std::vector<std::pair<Xpos, Upos>> tags_;  // of each label of the model
    std::unique_ptr<learning::WorkspacePool<Memory>> memory_;
};

}  // namespace lede::tokens
