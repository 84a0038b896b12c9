// BoundaryFeatures: what the boundary model sees of a gap between two tokens of a block.
//
//   tokens … p.m | . | The | talks …      gap before "The" -> hashes of "kind period", "next word
//                                          the", "capital word that is mostly lower case", …
//
// The same code serves training and use. It looks at a fixed number of tokens on each side.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "model/token.h"
#include "tokens/boundary_model.h"
#include "tokens/token_shape.h"
#include "tokens/word_lists.h"

namespace lede::tokens {

// What stands before the gap, closing marks aside.
enum class GapKind : std::uint8_t {
    kAfterLetters,
    kAfterDigits,
    kAfterPeriod,
    kAfterAbbreviation,
    kAfterInitial,
    kAfterEllipsis,
    kAfterExclamation,
    kAfterColon,
    kAfterSemicolon,
    kAfterComma,
    kAfterDash,
    kAfterAddress,
    kAfterOtherMark,
};

// The tokens of one block and of the sentence so far.
struct BlockView {
    std::string_view text;
    std::span<const Token> tokens;
    bool ends_in_mark = false;  // the block's last token ends a sentence
};

struct SentenceSoFar {
    std::size_t first = 0;         // index of its first token
    unsigned lower_words = 0;      // tokens that begin with a lower-case ASCII letter
    unsigned straight_quotes = 0;  // " seen
    int open_brackets = 0;
};

struct Gap {
    std::size_t next = 0;  // index of the token after it; the one before is next - 1
    std::size_t core = 0;  // the last token before it that is no closing mark
    std::size_t word = 0;  // the first token after it that is no opening mark, or tokens.size()
    GapKind kind = GapKind::kAfterLetters;
    bool closed = false;  // closing marks stand between core and gap
};

using FeatureList = std::vector<std::uint32_t>;

// Hash of the word as word_case() wants it: ASCII lower case. Words beyond 24 bytes share a hash.
std::uint64_t word_hash(std::string_view word);

class BoundaryFeatures {
  public:
    // Requires: both outlive the object. Not to be shared by threads; cheap to make.
    explicit BoundaryFeatures(const WordLists& lists) : lists_(lists) {}

    // Begins a block; `view` is borrowed until the next one.
    void begin_block(const BlockView& view);

    // Describes the gap before the token `next`. Requires: so_far.first < next < tokens.size().
    Gap gap_before(std::size_t next, const SentenceSoFar& so_far);

    // Replaces `out` by the features of the gap. `model` tells how words are mostly written.
    void extract(const Gap& gap, const SentenceSoFar& so_far, const BoundaryModel& model,
                 FeatureList& out);

    TokenShape shape(std::size_t token) { return look(token).shape; }
    std::string_view word(std::size_t token) const {
        return view_.tokens[token].span.of(view_.text);
    }

  private:
    struct Look {
        std::size_t token = static_cast<std::size_t>(-1);
        std::uint64_t hash = 0;
        TokenShape shape = kNoToken;
    };
    const Look& look(std::size_t token);
    unsigned tokens_to_next_mark(std::size_t from) const;
    GapKind kind_of(std::size_t core);

    const WordLists& lists_;
    BlockView view_;
    std::array<Look, 16> looks_;  // the tokens looked at last, by index modulo 16
    Look nothing_;
};

// Whether the straight quotation mark that is token `at` closes: white space follows it.
bool closes(std::string_view text, std::span<const Token> tokens, std::size_t at);

}  // namespace lede::tokens
