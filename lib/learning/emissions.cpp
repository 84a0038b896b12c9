#include "learning/emissions.h"

#include "learning/sequence_model.h"

namespace lede::learning {
EmissionScorer::EmissionScorer(const SequenceModel& model, std::size_t cache_places,
                               std::span<const float> bias)
    : weights_(&model.weights()),
      labels_(model.labels().size()),
      nats_(model.nats()),
      cache_(cache_places, model.row_size()),
      emissions_{.row_size = model.row_size(), .scores = {}, .pins = {}} {
    assert(bias.empty() || bias.size() == model.labels().size());
    for (std::size_t label = 0; label < bias.size(); ++label)
        bias_[label] = static_cast<std::int16_t>(
            std::clamp(bias[label] / model.nats(), -1.0F * kScoreLimit, 1.0F * kScoreLimit));
    begin_position();
}

void EmissionScorer::score(const FeatureSequence& features) {
    clear();
    for (std::size_t position = 0; position < features.size(); ++position) {
        for (const Feature value : features.at(position)) add(value);
        end_position(features.pin(position));
    }
}

Label EmissionScorer::clear_winner(int margin) const {
    WideRow scores = row_;
    std::fill(scores.begin() + static_cast<std::ptrdiff_t>(labels_),
              scores.begin() + static_cast<std::ptrdiff_t>(emissions_.row_size), kLeastScore);
    const int floor = greatest_in_row(scores.data(), emissions_.row_size) - margin;
    if (floor <= kLeastScore) return kFree;
    Label winner = kFree;
    std::size_t near = 0;
    for_lanes_above(scores.data(), emissions_.row_size, static_cast<std::int16_t>(floor),
                    [&](std::size_t label) {
                        winner = static_cast<Label>(label);
                        ++near;
                    });
    return near == 1 ? winner : kFree;
}

void EmissionScorer::add_pending(std::size_t first, std::int16_t* row) {
    // First what the index knows, then the records, so that many reads are under way at a time.
    std::size_t kept = first;
    for (std::size_t i = first; i < pending_count_; ++i)
        if (weights_->prefetch(pending_[i])) pending_[kept++] = pending_[i];
    for (std::size_t i = first; i < kept; ++i) weights_->add(pending_[i], row);
    pending_count_ = first;
}

}  // namespace lede::learning
