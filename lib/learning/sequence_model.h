// SequenceModel: labels for sequences: the linear-chain model that all trained layers share.
//
//   SequenceModel model(lexicon.file("tokens/tagger.model"));
//   EmissionScorer scorer(model, 1 << 14);          one per thread, as the workspace: kept
//   DecodeWorkspace workspace;
//   scorer.score(features);
//   std::vector<Label> labels;
//   model.decode(scorer.emissions(), {}, workspace, labels);
//   model.labels()[labels[0]] -> "PROPN"
//
// The score of a labelling is the sum of the weights of every position's features for its label and
// of a weight for each pair of neighbouring labels (a conditional random field, Lafferty et al.
// 2001); `decode` finds the best one. Pairs that training forbade (BIO: O before I-PER) are never
// chosen while anything else is possible. The model is read in place from its file: it costs
// nothing to open, and any number of threads may share it. It does not know what features mean;
// `crf_trainer.h` makes models.
//
// File: "LSM2", u32 labels, u32 bytes of names, f32 nats per unit of weight, label names each
// ending in '\n', i16 weight of each first label, i16 weight[previous][next], WeightTable.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "learning/emissions.h"
#include "learning/feature_sequence.h"
#include "learning/score_rows.h"
#include "learning/weight_table.h"

namespace lede::learning {

// A pair of labels with this weight is forbidden.
inline constexpr std::int16_t kForbidden = -12000;

struct DecodeOptions {
    // States this much (in nats) worse than the best one of their position are dropped. 6 changes
    // about one label in 100,000 against exact search and makes the cost independent of the number
    // of labels that are out of the question.
    float beam = 6.0F;
};

// Memory that `decode` needs while it runs. Not to be shared by threads at one time.
struct DecodeWorkspace {
    std::vector<Label> back;    // [position][label]: best previous label
    std::vector<Label> active;  // labels inside the beam, position by position
    std::vector<std::uint32_t> active_ends;
    std::vector<float> emission, forward, backward;  // parallel to active
};

class SequenceModel {
  public:
    // Requires: `bytes` outlive the model. Throws std::runtime_error if they are no model. Costs
    // about 100 microseconds, whatever the size.
    explicit SequenceModel(std::string_view bytes);

    std::span<const std::string_view> labels() const { return labels_; }
    // The number of the label of this name, or kFree.
    Label find_label(std::string_view name) const;

    // Scores of one position, and what `emissions.h` needs to fill them.
    std::size_t row_size() const { return row_size_; }
    float nats() const { return nats_; }
    const WeightTable& weights() const { return weights_; }

    // Replaces `out` by the best label of each position. Linear in positions times labels in the
    // beam. Decodes long sequences in windows, so the workspace stays small. Requires: the
    // emissions are of this model.
    void decode(const Emissions& emissions, const DecodeOptions& options,
                DecodeWorkspace& workspace, std::vector<Label>& out) const;

    // The same, and the model's probability of each chosen label given the whole sequence (its
    // marginal by forward-backward over the labels in the beam), 0..1. About twice the cost.
    void decode(const Emissions& emissions, const DecodeOptions& options,
                DecodeWorkspace& workspace, std::vector<Label>& out,
                std::vector<float>& confidence) const;

  private:
    struct Window {
        std::size_t begin, end;  // positions
        Label before;            // the label before the window, or kFree at the sequence's begin
    };
    void decode(const Emissions& emissions, const DecodeOptions& options,
                DecodeWorkspace& workspace, std::vector<Label>& out,
                std::vector<float>* confidence) const;
    void search(const Emissions& emissions, const DecodeOptions& options, Window window,
                DecodeWorkspace& workspace, Label* out) const;
    void weigh(const Emissions& emissions, Window window, DecodeWorkspace& workspace,
               const Label* labels, float* confidence) const;
    const std::int16_t* transitions_from(Label label) const {
        return transitions_.data() + row_size_ * label;
    }

    const float* factors_from(Label label) const { return factors_.data() + row_size_ * label; }

    std::vector<std::string_view> labels_;
    std::size_t row_size_ = 0;               // labels, rounded up so that rows fill vectors
    float nats_ = 1.0F;                      // one unit of weight
    std::vector<std::int16_t> transitions_;  // [previous][next]; the last row is the begin
    std::vector<float> factors_;             // the same as probabilities, not normalised
    WeightTable weights_;
};

// Parts of a model file; `make_sequence_model` puts them together.
struct SequenceModelParts {
    std::vector<std::string> labels;        // at most 254, without line breaks
    float nats = 1.0F;                      // one unit of weight
    std::vector<std::int16_t> first;        // [label]
    std::vector<std::int16_t> transitions;  // [previous][next]
    std::vector<FeatureWeights> weights;
};

std::string make_sequence_model(SequenceModelParts parts);

}  // namespace lede::learning
