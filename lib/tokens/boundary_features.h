// BoundaryFeatures: what the boundary model sees of a gap between two tokens of a block.
//
//   tokens … p.m | . | The | talks …      gap before "The" -> hashes of "kind period", "next word
//                                          the", "capital word that is mostly lower case", …
//
// The same code serves training and use. It looks at a fixed number of tokens on each side.
#pragma once

#include <array>
#include <cassert>
#include <cstdint>
#include <span>
#include <string_view>

#include "model/token.h"
#include "tokens/boundary_model.h"
#include "tokens/gap_masks.h"
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

// BlockView::prose of running text: most words in lower case, a mark for at most 30 tokens.
inline constexpr unsigned kRunningProse = 3;

// The tokens of one block and of the sentence so far.
struct BlockView {
    std::string_view text;
    std::span<const Token> tokens;
    std::span<const GapMasks> masks;
    bool ends_in_mark = false;  // the block's last token ends a sentence
    unsigned prose = 0;         // 0 to 3: how much of it looks like sentences with marks
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

// The features of one gap, as hashes.
class FeatureList {
  public:
    static constexpr std::size_t kMost = 32;
    void clear() { count_ = 0; }
    void add(std::uint32_t hash) { hashes_[count_++] = hash; }
    operator std::span<const std::uint32_t>() const { return {hashes_.data(), count_}; }
    // Requires: it holds so many.
    template <std::size_t kCount>
    std::span<const std::uint32_t, kCount> all() const {
        assert(count_ == kCount);
        return std::span<const std::uint32_t, kCount>(hashes_.data(), kCount);
    }

  private:
    std::array<std::uint32_t, kMost> hashes_;
    std::size_t count_ = 0;
};

class BoundaryFeatures {
  public:
    static constexpr std::size_t kFirst = 9;  // features of each gap in the first list
    static constexpr std::size_t kRest = 22;  // and in the other

    // Requires: both outlive the object. Not to be shared by threads; cheap to make.
    explicit BoundaryFeatures(const WordLists& lists) : lists_(lists) {}

    // Begins a block; `view` is borrowed until the next one.
    void begin_block(const BlockView& view);

    // Describes the gap before the token `next`. Requires: so_far.first < next < tokens.size().
    Gap gap_before(std::size_t next, const SentenceSoFar& so_far);

    // Replaces `out` by the few features that tell most gaps inside sentences from the rest.
    // `model` tells how words are mostly written.
    void extract_first(const Gap& gap, const SentenceSoFar& so_far, const BoundaryModel& model,
                       FeatureList& out);

    // Replaces `out` by all others. Requires: extract_first was called for this gap just before.
    void extract_rest(const Gap& gap, const SentenceSoFar& so_far, const BoundaryModel& model,
                      FeatureList& out);

    TokenShape shape(std::size_t token) { return look(token).shape; }
    std::uint64_t hash(std::size_t token) { return look(token).hash; }
    std::string_view word(std::size_t token) const {
        return view_.tokens[token].span.of(view_.text);
    }

  private:
    struct Look {
        std::size_t token = static_cast<std::size_t>(-1);
        std::uint64_t hash = 0;
        TokenShape shape = kNoToken;
    };
    struct Around {
        Look core, next, word;
        std::uint64_t word_case = 0;
        std::uint64_t next_look = 0;  // shapes after the gap and the word's case as one number
    };
    const Look& look(std::size_t token);
    void take_look(std::size_t token, Look& look) const;
    unsigned tokens_to_next_mark(std::size_t from) const;
    GapKind kind_of(std::size_t core);

    const WordLists& lists_;
    BlockView view_;
    std::size_t first_look_ = 0;  // of the block's first token, over all blocks
    Around near_;                 // of the gap whose first features were extracted
    std::array<Look, 16> looks_;  // the tokens looked at last, by index modulo 16
    Look nothing_;
};

// Whether the straight quotation mark that is token `at` closes: white space follows it.
bool closes(std::string_view text, std::span<const Token> tokens, std::size_t at);

}  // namespace lede::tokens
