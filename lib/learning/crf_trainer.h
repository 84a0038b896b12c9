// CRF trainer: from labelled sequences to the bytes of a SequenceModel.
//
//   CrfTrainer trainer({"O", "B-PER", "I-PER"}, {.epochs = 8, .seed = 1});
//   trainer.add(features, labels);                          for each training
//   sentence std::string model = trainer.train([](const Progress& p) { ... });
//
// Maximises the conditional likelihood of the labels (Lafferty et al. 2001) by
// stochastic gradient steps whose length AdaGrad sets for each weight (Duchi et
// al. 2011), with an L1 term applied to a feature's weights when they are next
// touched (Tsuruoka et al. 2009), so that most weights are exactly zero and the
// model stays small. A rare feature has weights only for the labels that it was
// seen with; a frequent one has them for all. Deterministic: the same
// sequences, options and seed give the same bytes. One thread.
#pragma once

#include <cstdint>
#include <functional>
#include <random>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "learning/crf_lattice.h"
#include "learning/feature_sequence.h"
#include "learning/sequence_model.h"
#include "text/span.h"

namespace lede::learning {

struct CrfOptions {
    int epochs = 8;
    std::uint64_t seed = 1;
    float rate = 0.2F;          // AdaGrad's step
    float l1 = 2e-6F;           // strength of the L1 term for each sequence, in nats
    int min_count = 2;          // features seen less often are dropped
    int all_labels_count = 50;  // features seen this often have weights for all labels
    // Share of the features that each step leaves out at random, so that none
    // relies on another (Wang et al. 2013): words that training did not see are
    // then known by what is left.
    float dropout = 0.0F;
    // The finished weights are the mean of those after each of so many last epochs: they vary less
    // with the order of the steps.
    int averaged_epochs = 1;
    // Weights below this (nats) are dropped from the finished model.
    float prune = 0.05F;
    // Pairs of labels (previous, next) that may not follow each other; previous
    // kFree: first label.
    std::function<bool(Label previous, Label next)> allowed = {};
};

// What an epoch reached.
struct Progress {
    int epoch = 0;             // from 1
    double log_loss = 0.0;     // mean over positions, nats, under the weights as they changed
    std::size_t features = 0;  // with at least one weight that is not zero
};

class CrfTrainer {
  public:
    // Requires: 1 to 254 labels.
    CrfTrainer(std::vector<std::string> labels, CrfOptions options);

    // Adds a sequence (copied as far as it is needed). `weight` scales its
    // influence: less than 1 for labels that are less sure. Positions with a pin
    // learn nothing but their transitions. Requires: one label for each position.
    void add(const FeatureSequence& features, std::span<const Label> labels, float weight = 1.0F);

    // Trains and packs the model. `report` is called after each epoch; it may be
    // empty.
    std::string train(const std::function<void(const Progress&)>& report);

  private:
    struct Sequence {
        std::uint32_t begin, end;  // positions
        float weight;
    };
    struct Weight {
        Label label;
        float value = 0.0F;
        float squares = 0.0F;  // of all gradients so far
    };

    std::span<const std::uint32_t> rows_at(std::size_t position) const;
    std::span<Weight> weights_of(std::uint32_t row);
    bool allowed(std::size_t previous, std::size_t next) const;
    void keep_frequent();
    void make_weights();
    void shuffle(std::vector<std::uint32_t>& order);
    double step(const Sequence& sequence, CrfLattice& lattice);
    void drop(const Sequence& sequence);
    void score(const Sequence& sequence, CrfLattice& lattice);
    void update(const Sequence& sequence, const CrfLattice& lattice);
    void add_to_mean();
    void catch_up(std::uint32_t row);
    void refresh_transitions();
    void nudge(float& weight, float& squares, float gradient) const;
    std::size_t count_used();
    float unit_of_weight() const;
    std::string pack();

    std::vector<std::string> labels_;
    CrfOptions options_;
    std::size_t width_;  // labels
    std::mt19937_64 random_;

    std::vector<Sequence> sequences_;
    std::vector<std::uint32_t> position_ends_;  // into occurrences_
    std::vector<std::uint32_t> occurrences_;    // features, as rows
    std::vector<bool> dropped_;                 // parallel, as of the present step
    std::vector<Label> gold_;
    std::vector<bool> pinned_;
    std::unordered_map<Feature, std::uint32_t> rows_;
    std::vector<std::uint32_t> counts_;  // occurrences of each row

    std::vector<std::size_t> row_ends_;   // into weights_
    std::vector<Weight> weights_;         // of each row, by label
    std::vector<std::uint32_t> touched_;  // step that last caught up with the L1 term, by row
    std::uint32_t steps_ = 0;
    std::vector<float> mean_weights_, mean_transitions_;  // so far
    CrfTransitions transitions_;
};

}  // namespace lede::learning
