// Tagger: universal and Penn part-of-speech tags and lemmas of a tokenized document.
#pragma once

#include <string>
#include <vector>

#include "lexicon/lexicon.h"
#include "model/document.h"

namespace lede::tokens {

class Tagger {
  public:
    explicit Tagger(const Lexicon& lexicon);

    // Sets upos and xpos, parallel to the document's tokens. Linear; safe from many threads.
    void tag(Document& document) const;

    // Sets lemmas. Requires: the document is tagged.
    void lemmatize(Document& document) const;
};

}  // namespace lede::tokens
