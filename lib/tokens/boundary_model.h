// BoundaryModel: how likely a sentence ends, from hashed features of a gap between tokens.
//
//   BoundaryModel model(lexicon.file("tokens/sentences.model"));
//   model.score(features) > 0   ->   a sentence ends
//
// A linear model: each feature picks one small weight from a table by its hash; the sum decides.
// Beside the weights the file tells of frequent words how they are mostly written, because a word
// that is nowhere else capitalised tells a sentence's begin. Read in place, shared by any number of
// threads. `training/sentence_trainer.h` makes the file.
//
// File: "LSB2", u32 weights (a power of two), u32 word slots (a power of two), i16 least first
// score[kGapKinds], i8 weight[], u16 word slot[]: 14 bits of the word's hash, 2 bits of WordCase; 0
// is an empty slot.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lede::tokens {

inline constexpr std::size_t kGapKinds = 16;
using LeastFirstScores = std::array<std::int16_t, kGapKinds>;

// How a word is written inside sentences.
enum class WordCase : std::uint8_t { kUnknown, kLower, kEither, kCapital };

class BoundaryModel {
  public:
    // Requires: `bytes` outlive the model. Throws std::runtime_error if they are no model.
    explicit BoundaryModel(std::string_view bytes);

    // Sum of the weights of the features; above 0: an end is more likely than not.
    template <std::size_t kCount>  // known beforehand: the sum has no branches
    int score(std::span<const std::uint32_t, kCount> features) const {
        int sum = 0;
        for (const std::uint32_t feature : features) sum += weights_[feature & weight_mask_];
        return sum;
    }

    // Asks the memory for what `score` and `word_case` will read.
    void prefetch(std::uint32_t feature) const {
        __builtin_prefetch(weights_ + (feature & weight_mask_));
    }
    void prefetch_word(std::uint64_t word_hash) const {
        __builtin_prefetch(slots_.data() + 2 * std::size_t{word_hash & slot_mask_});
    }

    // A gap of this kind (0 to kGapKinds - 1) whose first features score less needs no more of
    // them: no sentence ends there.
    int least_first_score(std::size_t kind) const { return least_first_scores_[kind]; }

    // `word_hash` is that of `word_hash.h`.
    WordCase word_case(std::uint64_t word_hash) const;

  private:
    LeastFirstScores least_first_scores_{};
    const std::int8_t* weights_ = nullptr;
    std::uint32_t weight_mask_ = 0;
    std::string_view slots_;
    std::uint32_t slot_mask_ = 0;
};

// The bytes for a BoundaryModel. Requires: the number of weights is a power of two.
std::string make_boundary_model(std::span<const std::int8_t> weights,
                                const LeastFirstScores& least_first_scores,
                                std::span<const std::pair<std::uint64_t, WordCase>> words);

}  // namespace lede::tokens
