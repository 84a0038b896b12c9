// SentenceSplitter: whether a sentence ends at a white space of the text.
//
//   "at 5 p.m. Kim left"  no      "at 5 p.m. The talks"  yes      "Sen. Warren"  no
//
// It sees the tokens before the gap and the characters after it. The end of a block always ends a
// sentence; that, and the tokens, are the tokenizer's business.
#pragma once

#include <string_view>
#include <vector>

#include "model/token.h"
#include "tokens/word_lists.h"

namespace lede::tokens {

// A white space inside a block.
struct Gap {
    std::size_t sentence;  // index of the first token of the sentence so far
    std::size_t end;       // byte where the text goes on
    std::size_t limit;     // byte where the block ends
};

class SentenceSplitter {
  public:
    // Requires: `lists` outlives the splitter.
    explicit SentenceSplitter(const WordLists& lists) : lists_(lists) {}

    // Requires: tokens.size() > gap.sentence, gap.end < gap.limit. Looks at a fixed number of
    // tokens and at the word after the gap.
    bool ends(std::string_view text, const std::vector<Token>& tokens, Gap gap) const;

  private:
    bool abbreviation_ends(std::string_view text, const std::vector<Token>& tokens, Gap gap,
                           std::size_t core) const;

    const WordLists& lists_;
};

}  // namespace lede::tokens
