// Tokenizer: words and sentences of an article, in one pass.
//
//   "Korea’s Feb. 27 summit." -> Korea|’s(joined)|Feb.|27|summit|.
//
// Words follow the English Universal Dependencies treebanks (`chunk_scanner.h`); where a sentence
// ends in an abbreviation, the period is a token of its own, as there ("p.m|."). Boilerplate blocks
// get no tokens. No sentence or token crosses a block, and the end of a block ends a sentence, with
// or without a period; a single newline inside a block does not.
#pragma once

#include <vector>

#include "lexicon/lexicon.h"
#include "model/article.h"
#include "model/token.h"
#include "tokens/boundary_model.h"
#include "tokens/word_lists.h"

namespace lede::tokens {

class Tokenizer {
  public:
    explicit Tokenizer(const Lexicon& lexicon);

    // Appends to `tokens` and `sentences`, in text order. Linear; safe from many threads.
    // Requires: the text is valid UTF-8 below 4 GiB and the blocks lie inside it, in order.
    void tokenize(const Article& article, std::vector<Token>& tokens,
                  std::vector<Sentence>& sentences) const;

    // The words alone, as they are before sentences split off final periods.
    void tokenize(const Article& article, std::vector<Token>& tokens) const;

  private:
    Lexicon lexicon_;  // keeps the model's bytes
    WordLists lists_;
    BoundaryModel model_;
};

}  // namespace lede::tokens
