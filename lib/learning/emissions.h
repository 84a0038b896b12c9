// Emissions: what a sequence's features say about each label at each position, worked out while
// they are written.
//
//   EmissionScorer scorer(model, 1 << 14);              one per thread, kept from text to text
//   scorer.group(key_of("Kim"), [&] { scorer.add(feature(kWord, …)); … });
//   scorer.add(feature(kBefore, …));
//   scorer.end_position();
//   model.decode(scorer.emissions(), {}, workspace, labels);
//
// It takes the calls of a FeatureSequence, but stores no features: their weights are summed at
// once. A group is a set of features that its key determines, such as all that depends on the word
// alone: its sum is kept in a cache, and found there the features need not even be computed. In a
// FeatureSequence a group is nothing special, so that one function writes for training and for
// decoding.
#pragma once

#include <algorithm>
#include <array>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "learning/feature_sequence.h"
#include "learning/score_cache.h"
#include "learning/score_rows.h"
#include "learning/weight_table.h"

namespace lede::learning {

// A row of scores for each position, or the label it is pinned to.
struct Emissions {
    std::size_t row_size = 0;
    std::vector<std::int16_t> scores;  // [position][label]; of pinned positions without meaning
    std::vector<Label> pins;           // by position; kFree where the scores decide

    std::size_t size() const { return pins.size(); }
    const std::int16_t* row(std::size_t position) const {
        return scores.data() + position * row_size;
    }
    void clear() {
        scores.clear();
        pins.clear();
    }
};

class SequenceModel;

class EmissionScorer {
  public:
    // Requires: the model outlives the scorer. Costs `cache_places` rows of memory. `bias` (nats,
    // one for each label; empty: none) is added to every score: to trade precision for recall, give
    // "no name" a negative one.
    EmissionScorer(const SequenceModel& model, std::size_t cache_places,
                   std::span<const float> bias = {});

    // Replaces the emissions by those of a stored sequence.
    void score(const FeatureSequence& features);

    // Begins a new sequence. Keeps the cache and the memory.
    void clear() {
        emissions_.clear();
        begin_position();
    }

    void add(Feature value) {
        assert(pending_count_ < pending_.size());
        weights_->prefetch_index(value);
        pending_[pending_count_++] = value;
    }

    // Adds the features that `write` adds, or what the cache knows of them. Requires: the same key,
    // the same features; not 0; groups do not stand inside each other.
    template <typename Write>
    void group(std::uint64_t key, Write write) {
        if (const std::int16_t* known = cache_.find(key)) {
            add_row(row_.data(), known, emissions_.row_size);
            return;
        }
        const std::size_t first = pending_count_;
        write();
        std::fill_n(group_row_.data(), emissions_.row_size, std::int16_t{0});
        add_pending(first, group_row_.data());
        std::copy_n(group_row_.data(), emissions_.row_size, cache_.replace(key));
        add_row(row_.data(), group_row_.data(), emissions_.row_size);
    }

    // The label that what was added so far puts at least `margin` nats before all others, or kFree:
    // pairs of features that add little may then be left out.
    Label settled(float margin) {
        add_pending(0, row_.data());
        return clear_winner(static_cast<int>(margin / nats_));
    }

    void end_position(Label pin = kFree) {
        if (pin == kFree) {
            add_pending(0, row_.data());
            limit_row(row_.data(), emissions_.row_size);
        }
        emissions_.scores.insert(emissions_.scores.end(), row_.begin(),
                                 row_.begin() + static_cast<std::ptrdiff_t>(emissions_.row_size));
        emissions_.pins.push_back(pin);
        begin_position();
    }

    const Emissions& emissions() const { return emissions_; }

  private:
    void begin_position() {
        std::copy_n(bias_.data(), emissions_.row_size, row_.data());
        pending_count_ = 0;
    }

    // Adds the weights of the pending features from `first` on, which are pending no more.
    void add_pending(std::size_t first, std::int16_t* row);

    // The label whose score in the row leads by `margin` or more.
    Label clear_winner(int margin) const;

    const WeightTable* weights_;
    std::size_t labels_;
    float nats_;
    ScoreCache cache_;
    Emissions emissions_;
    // A table of outside bytes may name any label: rows that it is added to have places for all.
    using WideRow = std::array<std::int16_t, 256>;
    WideRow bias_ = {};
    WideRow row_ = {};
    WideRow group_row_ = {};
    std::array<Feature, kMaxFeatures> pending_ = {};
    std::size_t pending_count_ = 0;
};

}  // namespace lede::learning
