// SequenceModel: labels for sequences: the linear-chain model that all trained layers share.
//
//   SequenceModel model(lexicon.file("tokens/tagger.model"));
//   DecodeWorkspace workspace;                      one per thread, reused
//   std::vector<Label> labels;
//   model.decode(features, {}, workspace, labels);  model.labels()[labels[0]] -> "PROPN"
//
// The score of a labelling is the sum of the weights of every position's features for its label and
// of a weight for each pair of neighbouring labels (a conditional random field, Lafferty et al.
// 2001); `decode` finds the best one. Pairs that training forbade (BIO: O before I-PER) are never
// chosen while anything else is possible. The model is read in place from its file: it costs
// nothing to open, and any number of threads may share it. It does not know what features mean;
// `crf_trainer.h` makes models.
//
// File: "LSM1", u32 labels, u32 bytes of names, f32 nats per unit of weight, label names each
// ending in '\n', i16 weight of each first label, i16 weight[previous][next], WeightTable.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "learning/feature_sequence.h"
#include "learning/weight_table.h"

namespace lede::learning {

// A pair of labels with this weight is forbidden.
inline constexpr std::int16_t kForbidden = -12000;

struct DecodeOptions {
    // States this much (in nats) worse than the best one of their position are dropped. 6 changes
    // about one label in 100,000 against exact search and makes the cost independent of the number
    // of labels that are out of the question.
    float beam = 6.0F;
    // Added to the score of each label (nats, one for each label; empty: none). To trade precision
    // for recall, give O a negative one.
    std::span<const float> bias = {};
};

// Memory that `decode` needs while it runs. Not to be shared by threads at one time.
struct DecodeWorkspace {
    std::vector<std::int16_t> emissions;  // [position][label]
    std::vector<Label> back;              // [position][label]: best previous label
    std::vector<Label> active;            // labels inside the beam, position by position
    std::vector<std::uint32_t> active_ends;
    std::vector<float> forward, backward;  // parallel to active
};

class SequenceModel {
  public:
    // Requires: `bytes` outlive the model. Throws std::runtime_error if they are no model. Costs
    // about 100 microseconds, whatever the size.
    explicit SequenceModel(std::string_view bytes);

    std::span<const std::string_view> labels() const { return labels_; }
    // The number of the label of this name, or kFree.
    Label find_label(std::string_view name) const;

    // Replaces `out` by the best label of each position. Linear in the number of features, and of
    // positions times labels in the beam. Decodes long sequences in windows, so memory stays flat.
    void decode(const FeatureSequence& features, const DecodeOptions& options,
                DecodeWorkspace& workspace, std::vector<Label>& out) const;

    // The same, and the model's probability of each chosen label given the whole sequence (its
    // marginal by forward-backward over the labels in the beam), 0..1. About twice the cost.
    void decode(const FeatureSequence& features, const DecodeOptions& options,
                DecodeWorkspace& workspace, std::vector<Label>& out,
                std::vector<float>& confidence) const;

  private:
    struct Window {
        std::size_t begin, end;  // positions
        Label before;            // the label before the window, or kFree at the sequence's begin
    };
    void decode(const FeatureSequence& features, const DecodeOptions& options,
                DecodeWorkspace& workspace, std::vector<Label>& out,
                std::vector<float>* confidence) const;
    void score(const FeatureSequence& features, const DecodeOptions& options, Window window,
               DecodeWorkspace& workspace) const;
    void search(const FeatureSequence& features, const DecodeOptions& options, Window window,
                DecodeWorkspace& workspace, Label* out) const;
    void weigh(Window window, DecodeWorkspace& workspace, const Label* labels,
               float* confidence) const;
    const std::int16_t* transitions_from(Label label) const {
        return transitions_.data() + stride_ * label;
    }

    std::vector<std::string_view> labels_;
    std::size_t stride_ = 0;                 // labels, rounded up so that rows fill vectors
    float nats_ = 1.0F;                      // one unit of weight
    std::vector<std::int16_t> transitions_;  // [previous][next]; the last row is the begin
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
