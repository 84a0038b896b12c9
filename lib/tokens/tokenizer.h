// Tokenizer: words and sentences of an article, in one pass.
//
//   "Korea’s Feb. 27 summit." -> Korea|’s(joined)|Feb.|27|summit|.
//
// Boilerplate blocks get no tokens. No sentence or token crosses a block.
#pragma once

#include <vector>

#include "lexicon/lexicon.h"
#include "model/article.h"
#include "model/token.h"

namespace lede::tokens {

class Tokenizer {
  public:
    explicit Tokenizer(const Lexicon& lexicon);

    // Appends to `tokens` and `sentences`, in text order. Linear; safe from many threads.
    void tokenize(const Article& article, std::vector<Token>& tokens,
                  std::vector<Sentence>& sentences) const;
};

}  // namespace lede::tokens
