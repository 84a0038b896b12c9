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
    std::vector<std::int16_t> scores;  // [position][label], and room behind; of pinned positions
                                       // without meaning
    std::vector<Label> pins;           // by position; kFree where the scores decide

    std::size_t size() const { return pins.size(); }
    const std::int16_t* row(std::size_t position) const {
        return scores.data() + position * row_size;
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

    EmissionScorer(const EmissionScorer&) = delete;  // refers to its own rows
    EmissionScorer& operator=(const EmissionScorer&) = delete;

    // Replaces the emissions by those of a stored sequence.
    void score(const FeatureSequence& features);

    // Begins a new sequence. Keeps the cache and the memory.
    void clear() {
        for (Pending& pending : pending_) pending.clear();
        emissions_.pins.clear();
        begin_position();
    }

    void add(Feature value) {
        Pending& pending = pending_[turn_];
        assert(pending.count < pending.features.size());
        weights_->prefetch_index(value);
        pending.features[pending.count++] = value;
    }

    // Adds the features that `write` adds, or what the cache knows of them. Requires: the same key,
    // the same features; not 0; groups do not stand inside each other.
    template <typename Write>
    void group(std::uint64_t key, Write write) {
        if (const std::int16_t* known = cache_.find(key)) {
            add_row(row_, known, emissions_.row_size);
            return;
        }
        const std::size_t first = pending_[turn_].count;
        write();
        std::fill_n(group_row_.data(), emissions_.row_size, std::int16_t{0});
        add_group(first);
        std::copy_n(group_row_.data(), emissions_.row_size, cache_.replace(key));
        add_row(row_, group_row_.data(), emissions_.row_size);
    }

    // Asks the memory for what `group` of this key will read.
    void expect(std::uint64_t key) const { cache_.prefetch(key); }

    // The label that the groups of this position put at least `margin` nats before all others, or
    // kFree: features that add little may then be left out.
    Label settled(float margin) const { return clear_winner(static_cast<int>(margin / nats_)); }

    void end_position(Label pin = kFree) {
        Pending& pending = pending_[turn_];
        if (pin == kFree) {
            pending.position = emissions_.size();
            advance();
        } else {
            pending.clear();
        }
        emissions_.pins.push_back(pin);
        begin_position();
    }

    // All positions ended since `clear`. Valid until the next call of anything.
    const Emissions& emissions() {
        advance();
        advance();
        return emissions_;
    }

  private:
    // Features of a position on their way: first the index of the table is asked of the memory
    // (`add`), then, when the next position has ended, the records, and after one more they are
    // added. Few have to be waited for then.
    struct Pending {
        static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
        std::size_t position = kNone;
        std::size_t count = 0;
        std::array<Feature, kMaxFeatures> features;

        void clear() {
            position = kNone;
            count = 0;
        }
    };

    void begin_position() {
        const std::size_t at = emissions_.size() * emissions_.row_size;
        if (emissions_.scores.size() < at + bias_.size())
            emissions_.scores.resize(2 * at + bias_.size());
        row_ = emissions_.scores.data() + at;
        std::copy_n(bias_.data(), emissions_.row_size, row_);
    }

    // One step for what is on its way; the place of what has arrived is free for a new position.
    void advance();
    // Keeps of the pending features, from `first` on, those that the table may have.
    void look_up(Pending& pending, std::size_t first) const;
    // Adds the pending features from `first` on to the group's row; they are pending no more.
    void add_group(std::size_t first);
    // The label whose score in the row leads by `margin` or more.
    Label clear_winner(int margin) const;

    const WeightTable* weights_;
    std::size_t labels_;
    float nats_;
    ScoreCache cache_;
    Emissions emissions_;
    std::int16_t* row_ = nullptr;  // of the position that is being filled
    // A table of outside bytes may name any label: rows that it is added to have places for all.
    ScoreRow bias_ = {};  // what fills up the row is no label
    ScoreRow group_row_ = {};
    std::array<Pending, 3> pending_;
    std::size_t turn_ = 0;  // the one that is being filled; the next one is the oldest
};

}  // namespace lede::learning
