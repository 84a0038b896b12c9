#include "learning/crf_trainer.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>

namespace lede::learning {
namespace {

// Probabilities closer to their target than this move nothing.
constexpr float kNegligible = 1e-4F;
// Transitions change slowly; their exponentials are renewed once in so many
// sequences.
constexpr std::uint32_t kTransitionSteps = 8;
// Keeps the first step of a weight finite.
constexpr float kFirstSquare = 1e-6F;
constexpr float kLargestWeight = 127.0F;

}  // namespace

CrfTrainer::CrfTrainer(std::vector<std::string> labels, CrfOptions options)
    : labels_(std::move(labels)), options_(std::move(options)), width_(labels_.size()) {
    if (width_ == 0 || width_ >= kFree) throw std::runtime_error("a CRF needs 1 to 254 labels");
    transitions_.weights.assign((width_ + 1) * width_, 0.0F);
    transitions_.squares = transitions_.factors = transitions_.gradient = transitions_.weights;
}

void CrfTrainer::add(const FeatureSequence& features, std::span<const Label> labels, float weight) {
    assert(labels.size() == features.size());
    const auto begin = static_cast<std::uint32_t>(gold_.size());
    for (std::size_t i = 0; i < features.size(); ++i) {
        for (const Feature value : features.at(i)) {
            const auto next = static_cast<std::uint32_t>(counts_.size());
            const auto [entry, added] = rows_.emplace(value, next);
            if (added) counts_.push_back(0);
            ++counts_[entry->second];
            occurrences_.push_back(entry->second);
        }
        position_ends_.push_back(static_cast<std::uint32_t>(occurrences_.size()));
        gold_.push_back(labels[i]);
        pinned_.push_back(features.pin(i) != kFree);
    }
    if (features.size() > 0)
        sequences_.push_back({begin, static_cast<std::uint32_t>(gold_.size()), weight});
}

std::span<const std::uint32_t> CrfTrainer::rows_at(std::size_t position) const {
    const std::size_t begin = position == 0 ? 0 : position_ends_[position - 1];
    return std::span(occurrences_).subspan(begin, position_ends_[position] - begin);
}

std::span<CrfTrainer::Weight> CrfTrainer::weights_of(std::uint32_t row) {
    const std::size_t begin = row == 0 ? 0 : row_ends_[row - 1];
    return std::span(weights_).subspan(begin, row_ends_[row] - begin);
}

bool CrfTrainer::allowed(std::size_t previous, std::size_t next) const {
    const Label before = previous == width_ ? kFree : static_cast<Label>(previous);
    return !options_.allowed || options_.allowed(before, static_cast<Label>(next));
}

// Renumbers the rows so that only features seen often enough have one.
void CrfTrainer::keep_frequent() {
    std::vector<std::uint32_t> renumbered(counts_.size(), kNone), kept;
    for (std::size_t row = 0; row < counts_.size(); ++row) {
        if (counts_[row] < static_cast<std::uint32_t>(options_.min_count)) continue;
        renumbered[row] = static_cast<std::uint32_t>(kept.size());
        kept.push_back(counts_[row]);
    }
    std::erase_if(rows_, [&](auto& entry) { return renumbered[entry.second] == kNone; });
    for (auto& [value, row] : rows_) row = renumbered[row];
    std::size_t out = 0, in = 0;
    for (std::uint32_t& end : position_ends_) {
        for (; in < end; ++in)
            if (renumbered[occurrences_[in]] != kNone)
                occurrences_[out++] = renumbered[occurrences_[in]];
        end = static_cast<std::uint32_t>(out);
    }
    occurrences_.resize(out);
    counts_ = std::move(kept);
}

// Lays out the weights: all labels for frequent features, those seen with it
// for others.
void CrfTrainer::make_weights() {
    std::vector<std::vector<Label>> seen(counts_.size());
    const auto is_frequent = [&](std::uint32_t row) {
        return counts_[row] >= static_cast<std::uint32_t>(options_.all_labels_count);
    };
    for (std::size_t position = 0; position < gold_.size(); ++position) {
        for (const std::uint32_t row : rows_at(position)) {
            std::vector<Label>& labels = seen[row];
            if (!is_frequent(row) &&
                std::find(labels.begin(), labels.end(), gold_[position]) == labels.end())
                labels.push_back(gold_[position]);
        }
    }
    row_ends_.clear();
    weights_.clear();
    for (std::uint32_t row = 0; row < seen.size(); ++row) {
        std::sort(seen[row].begin(), seen[row].end());
        if (is_frequent(row))
            for (std::size_t label = 0; label < width_; ++label)
                weights_.push_back({static_cast<Label>(label)});
        for (const Label label : seen[row]) weights_.push_back({label});
        row_ends_.push_back(weights_.size());
    }
    touched_.assign(seen.size(), 0);
}

std::string CrfTrainer::train(const std::function<void(const Progress&)>& report) {
    keep_frequent();
    make_weights();
    refresh_transitions();
    CrfLattice lattice(width_);
    std::vector<std::uint32_t> order(sequences_.size());
    std::iota(order.begin(), order.end(), 0U);
    random_.seed(options_.seed);
    dropped_.assign(occurrences_.size(), false);
    for (int epoch = 1; epoch <= options_.epochs; ++epoch) {
        shuffle(order);
        double loss = 0.0;
        for (const std::uint32_t index : order) {
            loss += step(sequences_[index], lattice);
            if (++steps_ % kTransitionSteps == 0) refresh_transitions();
        }
        for (std::uint32_t row = 0; row < touched_.size(); ++row) catch_up(row);
        if (epoch > options_.epochs - std::max(1, options_.averaged_epochs)) add_to_mean();
        if (report)
            report({epoch, loss / static_cast<double>(std::max<std::size_t>(1, gold_.size())),
                    count_used()});
    }
    for (std::size_t i = 0; i < mean_weights_.size(); ++i) weights_[i].value = mean_weights_[i];
    if (!mean_transitions_.empty()) transitions_.weights = mean_transitions_;
    return pack();
}

// Takes the weights as they are after an epoch.
void CrfTrainer::add_to_mean() {
    mean_weights_.resize(weights_.size(), 0.0F);
    mean_transitions_.resize(transitions_.weights.size(), 0.0F);
    const int taken = std::clamp(options_.averaged_epochs, 1, options_.epochs);
    const float share = 1.0F / static_cast<float>(taken);
    for (std::size_t i = 0; i < weights_.size(); ++i) mean_weights_[i] += share * weights_[i].value;
    for (std::size_t i = 0; i < mean_transitions_.size(); ++i)
        mean_transitions_[i] += share * transitions_.weights[i];
}

// std::shuffle is not the same everywhere.
void CrfTrainer::shuffle(std::vector<std::uint32_t>& order) {
    for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random_() % i]);
}

// Applies the gathered gradient of the transitions and renews their
// exponentials.
void CrfTrainer::refresh_transitions() {
    for (std::size_t previous = 0; previous <= width_; ++previous) {
        for (std::size_t next = 0; next < width_; ++next) {
            const std::size_t at = previous * width_ + next;
            float& gradient = transitions_.gradient[at];
            if (gradient != 0.0F)
                nudge(transitions_.weights[at], transitions_.squares[at], gradient);
            gradient = 0.0F;
            transitions_.factors[at] =
                allowed(previous, next) ? std::exp(transitions_.weights[at]) : 0.0F;
        }
    }
}

double CrfTrainer::step(const Sequence& sequence, CrfLattice& lattice) {
    for (std::size_t position = sequence.begin; position < sequence.end; ++position)
        for (const std::uint32_t row : rows_at(position)) catch_up(row);
    if (options_.dropout > 0.0F) drop(sequence);
    score(sequence, lattice);
    const std::span gold = std::span(gold_).subspan(sequence.begin, sequence.end - sequence.begin);
    // What is left of the features speaks for what was dropped.
    const double loss =
        lattice.infer(gold, transitions_, sequence.weight, 1.0F / (1.0F - options_.dropout));
    update(sequence, lattice);
    return loss;
}

void CrfTrainer::drop(const Sequence& sequence) {
    const auto limit = static_cast<std::uint32_t>(options_.dropout * 65536.0F);
    std::uint64_t bits = 0;
    for (std::uint32_t i = sequence.begin == 0 ? 0 : position_ends_[sequence.begin - 1], used = 0;
         i < position_ends_[sequence.end - 1]; ++i, ++used) {
        if (used % 4 == 0) bits = random_();
        dropped_[i] = (bits & 0xFFFFU) < limit;
        bits >>= 16U;
    }
}

// Pays a row's weights the L1 term of the steps in which nothing touched them.
void CrfTrainer::catch_up(std::uint32_t row) {
    const std::uint32_t missed = steps_ - touched_[row];
    if (missed == 0 || options_.l1 <= 0.0F) return;
    touched_[row] = steps_;
    const float penalty = options_.l1 * options_.rate * static_cast<float>(missed);
    for (Weight& weight : weights_of(row)) {
        if (weight.value == 0.0F) continue;
        const float shrink = penalty / std::sqrt(weight.squares + kFirstSquare);
        weight.value = std::copysign(std::max(0.0F, std::abs(weight.value) - shrink), weight.value);
    }
}

void CrfTrainer::nudge(float& weight, float& squares, float gradient) const {
    squares += gradient * gradient;
    weight += options_.rate * gradient / std::sqrt(squares + kFirstSquare);
}

void CrfTrainer::score(const Sequence& sequence, CrfLattice& lattice) {
    lattice.reset(sequence.end - sequence.begin);
    for (std::size_t position = sequence.begin; position < sequence.end; ++position) {
        const std::size_t i = position - sequence.begin;
        if (pinned_[position]) {
            lattice.pin(i, gold_[position]);
            continue;
        }
        float* scores = lattice.scores(i);
        const std::span<const std::uint32_t> rows = rows_at(position);
        const auto first = static_cast<std::size_t>(rows.data() - occurrences_.data());
        for (std::size_t k = 0; k < rows.size(); ++k) {
            if (dropped_[first + k]) continue;
            for (const Weight& weight : weights_of(rows[k])) scores[weight.label] += weight.value;
        }
    }
}

void CrfTrainer::update(const Sequence& sequence, const CrfLattice& lattice) {
    std::vector<float> gradient(width_);
    for (std::size_t position = sequence.begin; position < sequence.end; ++position) {
        if (pinned_[position]) continue;
        const float* marginals = lattice.marginals(position - sequence.begin);
        for (std::size_t label = 0; label < width_; ++label)
            gradient[label] =
                sequence.weight * ((label == gold_[position] ? 1.0F : 0.0F) - marginals[label]);
        // A position that is settled needs no look at its features.
        if (std::abs(gradient[gold_[position]]) < kNegligible) continue;
        const std::span<const std::uint32_t> rows = rows_at(position);
        const auto first = static_cast<std::size_t>(rows.data() - occurrences_.data());
        for (std::size_t k = 0; k < rows.size(); ++k) {
            if (dropped_[first + k]) continue;
            for (Weight& weight : weights_of(rows[k]))
                if (std::abs(gradient[weight.label]) >= kNegligible)
                    nudge(weight.value, weight.squares, gradient[weight.label]);
        }
    }
}

std::size_t CrfTrainer::count_used() {
    std::size_t used = 0;
    for (std::uint32_t row = 0; row < row_ends_.size(); ++row) {
        const std::span<const Weight> weights = weights_of(row);
        used += std::any_of(weights.begin(), weights.end(), [&](const Weight& weight) {
            return std::abs(weight.value) >= options_.prune;
        });
    }
    return used;
}

// Nats of one unit in the packed model. The few largest weights are cut so that
// the others keep a fine scale.
float CrfTrainer::unit_of_weight() const {
    std::vector<float> sizes;
    for (const Weight& weight : weights_)
        if (std::abs(weight.value) >= options_.prune) sizes.push_back(std::abs(weight.value));
    if (sizes.empty()) return 1.0F / kLargestWeight;
    std::sort(sizes.begin(), sizes.end());
    return sizes[sizes.size() - 1 - sizes.size() / 2000] / kLargestWeight;
}

std::string CrfTrainer::pack() {
    SequenceModelParts parts;
    parts.labels = labels_;
    parts.nats = unit_of_weight();
    for (const auto& [value, row] : rows_) {
        FeatureWeights entry{value, {}};
        for (const Weight& weight : weights_of(row)) {
            if (std::abs(weight.value) < options_.prune) continue;
            const float units =
                std::clamp(weight.value / parts.nats, -kLargestWeight, kLargestWeight);
            if (const long rounded = std::lround(units); rounded != 0)
                entry.weights.push_back({weight.label, static_cast<std::int8_t>(rounded)});
        }
        parts.weights.push_back(std::move(entry));
    }
    const auto quantised = [&](std::size_t previous, std::size_t next) {
        if (!allowed(previous, next)) return kForbidden;
        const float weight = transitions_.weights[previous * width_ + next] / parts.nats;
        return static_cast<std::int16_t>(std::clamp(std::lround(weight), -4000L, 4000L));
    };
    for (std::size_t next = 0; next < width_; ++next)
        parts.first.push_back(quantised(width_, next));
    for (std::size_t previous = 0; previous < width_; ++previous)
        for (std::size_t next = 0; next < width_; ++next)
            parts.transitions.push_back(quantised(previous, next));
    return make_sequence_model(std::move(parts));
}

}  // namespace lede::learning
