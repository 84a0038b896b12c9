// SentenceSplitter: the sentences of one block of tokens.
//
//   at|5|p.m.|Kim|left|.   one       at|5|p.m|.|The|talks|failed|.   two       Sen.|Warren   one
//
// Rules decide the sure gaps (a period after a plain word, a title before a name, a comma), the
// boundary model (`boundary_model.h`) the doubtful ones. Where a sentence ends in an abbreviation,
// its period becomes a token of its own, as in the UD treebanks. The end of a block always ends a
// sentence. A single line break ends one only where the line was not broken for its length.
#pragma once

#include <algorithm>
#include <bit>
#include <string_view>
#include <vector>

#include "model/token.h"
#include "tokens/boundary_features.h"
#include "tokens/boundary_model.h"
#include "tokens/characters.h"
#include "tokens/word_lists.h"

namespace lede::tokens {

// The tokens of a block as the splitter sees them; borrows all. Writes `masks`. Requires: tokens
// are not empty.
BlockView view_block(std::string_view text, std::span<const Token> tokens,
                     std::vector<GapMasks>& masks);

class SentenceSplitter {
  public:
    // Requires: both outlive the splitter. Not to be shared by threads; cheap to make.
    SentenceSplitter(const WordLists& lists, const BoundaryModel& model)
        : lists_(lists), model_(model), features_(lists) {}

    // Takes the tokens from `first` on as those of block number `block`, splits off final periods,
    // and appends the sentences. Linear.
    void split(std::string_view text, std::size_t first, std::uint32_t block,
               std::vector<Token>& tokens, std::vector<Sentence>& sentences);

    // What rules say of a gap.
    enum class Verdict : std::uint8_t { kInside, kEnd, kDoubtful };

    // Calls `decide(gap, so_far)` for each gap that rules leave open (it returns whether a sentence
    // ends there) and replaces `ends` by the token indexes, relative to `first`, where sentences
    // end. The trainer uses it to see the same gaps.
    template <typename Decide>
    void walk(const BlockView& view, std::vector<std::uint32_t>& ends, Decide decide);

    BoundaryFeatures& features() { return features_; }

  private:
    // Running prose has no end without a mark: in the training texts 3 of 1,000 such gaps, against
    // 40 elsewhere.
    static constexpr unsigned kQuietWords = 4;
    static bool is_quiet_prose(const BlockView& view, const SentenceSoFar& so_far) {
        return view.prose == kRunningProse && so_far.lower_words >= kQuietWords;
    }
    // The quick look by bytes alone. Requires: the masks call it a candidate.
    bool is_candidate(const BlockView& view, std::size_t next);
    bool is_plain_end(const BlockView& view, std::size_t next) const;
    bool begins_line(const BlockView& view, std::size_t next);
    bool is_note_before_sentence(const BlockView& view, std::size_t number);
    bool is_item_number(const Gap& gap);
    bool begins_clause(const Gap& gap);
    bool is_note_number(std::size_t core, const SentenceSoFar& so_far);
    bool leans_back(const BlockView& view, std::size_t token);
    bool is_list_marker(const SentenceSoFar& so_far, std::size_t next);
    Verdict judge(const BlockView& view, const Gap& gap, const SentenceSoFar& so_far);
    Verdict judge_abbreviation(const Gap& gap, const SentenceSoFar& so_far, TokenShape word,
                               bool starter);
    Verdict judge_emoji(const BlockView& view, const Gap& gap, const SentenceSoFar& so_far,
                        TokenShape word);
    // Counts the tokens from `from` to `to`, both in one group.
    static void count_tokens(const BlockView& view, std::size_t from, std::size_t to,
                             SentenceSoFar& so_far);
    static void count_mark(char c, SentenceSoFar& so_far);

    const WordLists& lists_;
    const BoundaryModel& model_;
    BoundaryFeatures features_;
    FeatureList list_;
    std::vector<GapMasks> masks_;
    std::vector<std::uint32_t> ends_;
};

template <typename Decide>
void SentenceSplitter::walk(const BlockView& view, std::vector<std::uint32_t>& ends,
                            Decide decide) {
    ends.clear();
    features_.begin_block(view);
    SentenceSoFar so_far;
    for (std::size_t group = 0; group < view.masks.size(); ++group) {
        const GapMasks& masks = view.masks[group];
        const std::uint64_t candidates = masks.candidates();
        const std::size_t begin = group * kGroup;
        std::size_t counted = begin;
        for (std::uint64_t left = candidates; left != 0; left &= left - 1) {
            const auto bit = static_cast<unsigned>(std::countr_zero(left));
            const std::size_t next = begin + bit;
            const auto count = [&] {
                count_tokens(view, counted, next, so_far);
                counted = next;
            };
            if (view.prose == kRunningProse && so_far.lower_words < kQuietWords) count();
            if (is_quiet_prose(view, so_far) && (masks.after_quiet >> bit & 1U)) {
                // All alike are out, until the sentence ends. One bit stays, to be cleared.
                left = (left & ~masks.after_quiet) | (left & -left);
                continue;
            }
            if (!is_candidate(view, next)) continue;
            if (!is_plain_end(view, next)) {
                count();
                const Gap gap = features_.gap_before(next, so_far);
                model_.prefetch_word(features_.hash(gap.word));
                const Verdict verdict = judge(view, gap, so_far);
                if (verdict == Verdict::kInside) continue;
                if (verdict == Verdict::kDoubtful && !decide(gap, so_far)) continue;
            }
            ends.push_back(static_cast<std::uint32_t>(next));
            so_far = {.first = next};
            counted = next;
            left = candidates & ~std::uint64_t{0} << bit;
        }
        count_tokens(view, counted, std::min(begin + kGroup, view.tokens.size()), so_far);
    }
    if (!view.tokens.empty()) ends.push_back(static_cast<std::uint32_t>(view.tokens.size()));
}

}  // namespace lede::tokens
