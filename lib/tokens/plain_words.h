// Plain words: most of a text, tokenized without a look at single characters.
//
//   "the talks, officials said. Mr. Kim" -> the|talks|,|officials|said|.   and stops before "Mr."
//
// A plain word is a run of ASCII letters, or of digits, before white space, with one comma, period,
// … or an 's between them or none, that is no abbreviation and no contraction. They are found 64
// bytes at a step, by bit operations on the masks of `text/byte_masks.h`; wider ones where the
// machine has them. `ChunkScanner` splits all other chunks, and would split these the same way.
#pragma once

#include <string_view>
#include <vector>

#include "model/token.h"
#include "tokens/word_lists.h"

namespace lede::tokens {

// Cheap to make.
class PlainWords {
  public:
    // Requires: `lists` outlive the object.
    explicit PlainWords(const WordLists& lists) : lists_(lists) {}

    // Appends the tokens of the plain words from `at` on. Returns where the first chunk that is
    // none begins, or white space before it, or `limit`. Requires: a chunk begins at `at`; at <
    // limit, and limit <= text.size().
    std::size_t scan(std::string_view text, std::size_t at, std::size_t limit,
                     std::vector<Token>& out) const;

    // The same, by instructions that every machine has.
    std::size_t scan_anywhere(std::string_view text, std::size_t at, std::size_t limit,
                              std::vector<Token>& out) const;

  private:
    std::size_t scan_wide(std::string_view text, std::size_t at, std::size_t limit,
                          std::vector<Token>& out) const;

    const WordLists& lists_;
};

}  // namespace lede::tokens
