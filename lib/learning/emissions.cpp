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
    std::fill(bias_.begin() + static_cast<std::ptrdiff_t>(model.labels().size()), bias_.end(),
              kLeastScore);
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
    const int floor = greatest_in_row(row_, emissions_.row_size) - margin;
    if (floor <= kLeastScore) return kFree;
    const auto least = static_cast<std::int16_t>(floor);
    if (count_above(row_, emissions_.row_size, least) != 1) return kFree;
    Label winner = kFree;
    for_lanes_above(row_, emissions_.row_size, least,
                    [&](std::size_t label) { winner = static_cast<Label>(label); });
    return winner < labels_ ? winner : kFree;
}

void EmissionScorer::look_up(Pending& pending, std::size_t first) const {
    std::size_t kept = first;
    for (std::size_t i = first; i < pending.count; ++i)
        if (weights_->prefetch(pending.features[i])) pending.features[kept++] = pending.features[i];
    pending.count = kept;
}

void EmissionScorer::add_group(std::size_t first) {
    Pending& pending = pending_[turn_];
    look_up(pending, first);
    for (std::size_t i = first; i < pending.count; ++i)
        weights_->add(pending.features[i], group_row_.data());
    pending.count = first;
}

void EmissionScorer::advance() {
    Pending& oldest = pending_[(turn_ + 1) % pending_.size()];
    if (oldest.position != Pending::kNone) {
        std::int16_t* const row = emissions_.scores.data() + oldest.position * emissions_.row_size;
        for (std::size_t i = 0; i < oldest.count; ++i) weights_->add(oldest.features[i], row);
        limit_row(row, emissions_.row_size);
    }
    oldest.clear();
    look_up(pending_[(turn_ + 2) % pending_.size()], 0);
    turn_ = (turn_ + 1) % pending_.size();
}

}  // namespace lede::learning
