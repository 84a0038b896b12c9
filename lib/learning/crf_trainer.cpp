#include "learning/crf_trainer.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>
#include <stdexcept>

namespace lede::learning {
namespace {

// Probabilities closer to their target than this move nothing.
constexpr float kNegligible = 1e-4F;
// Transitions change slowly; their exponentials are renewed once in so many sequences.
constexpr std::uint32_t kTransitionSteps = 8;

}  // namespace

// All arrays are [position][label] unless said otherwise.
struct CrfTrainer::Lattice {
    std::vector<float> emission;           // exp(score - the position's largest score)
    std::vector<float> forward, backward;  // scaled to sum to one at each position
    std::vector<float> scale;              // [position], what forward was divided by
    std::vector<float> marginal;
    std::vector<float> transition;           // exp of transitions_, [previous][next]
    std::vector<float> transition_gradient;  // like transitions_
};

CrfTrainer::CrfTrainer(std::vector<std::string> labels, CrfOptions options)
    : labels_(std::move(labels)), options_(std::move(options)), width_(labels_.size()) {
    if (width_ == 0 || width_ >= kFree) throw std::runtime_error("a CRF needs 1 to 254 labels");
    transitions_.assign((width_ + 1) * width_, 0.0F);
    transition_squares_.assign(transitions_.size(), 0.0F);
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

// Renumbers the rows so that only features seen often enough have one.
void CrfTrainer::keep_frequent() {
    std::vector<std::uint32_t> renumbered(counts_.size(), kNone);
    std::uint32_t kept = 0;
    for (std::size_t row = 0; row < counts_.size(); ++row)
        if (counts_[row] >= static_cast<std::uint32_t>(options_.min_count))
            renumbered[row] = kept++;
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
    counts_.clear();
    weights_.assign(kept * width_, 0.0F);
    squares_.assign(kept * width_, 0.0F);
    touched_.assign(kept, 0);
}

std::string CrfTrainer::train(const std::function<void(const Progress&)>& report) {
    keep_frequent();
    Lattice lattice;
    lattice.transition_gradient.assign(transitions_.size(), 0.0F);
    refresh_transitions(lattice);
    std::vector<std::uint32_t> order(sequences_.size());
    std::iota(order.begin(), order.end(), 0U);
    random_.seed(options_.seed);
    dropped_.assign(occurrences_.size(), false);
    for (int epoch = 1; epoch <= options_.epochs; ++epoch) {
        // std::shuffle is not the same everywhere.
        for (std::size_t i = order.size(); i > 1; --i)
            std::swap(order[i - 1], order[random_() % i]);
        double loss = 0.0;
        for (const std::uint32_t index : order) {
            loss += step(sequences_[index], lattice);
            if (++steps_ % kTransitionSteps == 0) refresh_transitions(lattice);
        }
        for (std::uint32_t row = 0; row < touched_.size(); ++row) catch_up(row);
        if (report)
            report({epoch, loss / static_cast<double>(std::max<std::size_t>(1, gold_.size())),
                    count_used()});
    }
    return pack();
}

// Applies the gathered gradient of the transitions and renews their exponentials.
void CrfTrainer::refresh_transitions(Lattice& lattice) {
    lattice.transition.resize(transitions_.size());
    for (std::size_t previous = 0; previous <= width_; ++previous) {
        for (std::size_t next = 0; next < width_; ++next) {
            const std::size_t at = previous * width_ + next;
            float& gradient = lattice.transition_gradient[at];
            if (gradient != 0.0F) nudge(transitions_[at], transition_squares_[at], gradient);
            gradient = 0.0F;
            const Label before = previous == width_ ? kFree : static_cast<Label>(previous);
            const bool allowed =
                !options_.allowed || options_.allowed(before, static_cast<Label>(next));
            lattice.transition[at] = allowed ? std::exp(transitions_[at]) : 0.0F;
        }
    }
}

double CrfTrainer::step(const Sequence& sequence, Lattice& lattice) {
    for (std::uint32_t i = sequence.begin == 0 ? 0 : position_ends_[sequence.begin - 1];
         i < position_ends_[sequence.end - 1]; ++i)
        catch_up(occurrences_[i]);
    if (options_.dropout > 0.0F) drop(sequence);
    score(sequence, lattice);
    const double loss = infer(sequence, lattice);
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
    float* weights = weights_.data() + row * width_;
    const float* squares = squares_.data() + row * width_;
    for (std::size_t label = 0; label < width_; ++label) {
        if (weights[label] == 0.0F) continue;
        const float shrink = penalty / std::sqrt(squares[label] + 1e-6F);
        const float size = std::max(0.0F, std::abs(weights[label]) - shrink);
        weights[label] = std::copysign(size, weights[label]);
    }
}

void CrfTrainer::nudge(float& weight, float& squares, float gradient) const {
    squares += gradient * gradient;
    weight += options_.rate * gradient / std::sqrt(squares + 1e-6F);
}

void CrfTrainer::score(const Sequence& sequence, Lattice& lattice) const {
    const std::size_t size = sequence.end - sequence.begin;
    lattice.emission.assign(size * width_, 0.0F);
    for (std::size_t i = 0; i < size; ++i) {
        const std::size_t position = sequence.begin + i;
        float* scores = lattice.emission.data() + i * width_;
        if (pinned_[position]) {
            scores[gold_[position]] = 1.0F;
            continue;
        }
        for (std::uint32_t at = position == 0 ? 0 : position_ends_[position - 1];
             at < position_ends_[position]; ++at) {
            if (dropped_[at]) continue;
            const float* weights = weights_.data() + occurrences_[at] * width_;
            for (std::size_t label = 0; label < width_; ++label) scores[label] += weights[label];
        }
        const float top = *std::max_element(scores, scores + width_);
        // What is left speaks for what was dropped.
        const float boost = 1.0F / (1.0F - options_.dropout);
        for (std::size_t label = 0; label < width_; ++label)
            scores[label] = std::exp((scores[label] - top) * boost);
    }
}

// Forward-backward; gathers the gradient of the transitions. Returns the negative log likelihood.
double CrfTrainer::infer(const Sequence& sequence, Lattice& lattice) const {
    const std::size_t size = sequence.end - sequence.begin;
    const auto rescale = [&](float* values) {
        float sum = 1e-30F;
        for (std::size_t label = 0; label < width_; ++label) sum += values[label];
        for (std::size_t label = 0; label < width_; ++label) values[label] /= sum;
        return sum;
    };
    lattice.forward.assign(size * width_, 0.0F);
    lattice.backward.assign(size * width_, 1.0F);
    lattice.scale.assign(size, 1.0F);
    lattice.marginal.resize(size * width_);
    const Label* gold = gold_.data() + sequence.begin;
    double loss = 0.0;
    for (std::size_t i = 0; i < size; ++i) {
        float* row = lattice.forward.data() + i * width_;
        const float* emission = lattice.emission.data() + i * width_;
        if (i == 0) {
            std::copy_n(lattice.transition.data() + width_ * width_, width_, row);
        } else {
            for (std::size_t previous = 0; previous < width_; ++previous) {
                const float mass = row[previous - width_];
                if (mass < 1e-12F) continue;
                const float* out = lattice.transition.data() + previous * width_;
                for (std::size_t next = 0; next < width_; ++next) row[next] += mass * out[next];
            }
        }
        for (std::size_t label = 0; label < width_; ++label) row[label] *= emission[label];
        lattice.scale[i] = rescale(row);
        const std::size_t before = i == 0 ? width_ : gold[i - 1];
        loss += std::log(std::max(1e-30F, lattice.scale[i])) -
                std::log(std::max(
                    1e-30F, emission[gold[i]] * lattice.transition[before * width_ + gold[i]]));
    }
    std::vector<float> ahead(width_);
    for (std::size_t i = size; i-- > 0;) {
        float* backward = lattice.backward.data() + i * width_;
        const float* forward = lattice.forward.data() + i * width_;
        float* marginal = lattice.marginal.data() + i * width_;
        for (std::size_t label = 0; label < width_; ++label)
            marginal[label] = forward[label] * backward[label];
        rescale(marginal);
        // `ahead`: what the position before sees of this one.
        const float* emission = lattice.emission.data() + i * width_;
        for (std::size_t label = 0; label < width_; ++label)
            ahead[label] = backward[label] * emission[label] / lattice.scale[i];
        if (i == 0) {
            float* gradient = lattice.transition_gradient.data() + width_ * width_;
            for (std::size_t label = 0; label < width_; ++label)
                gradient[label] -= sequence.weight * marginal[label];
            gradient[gold[0]] += sequence.weight;
            break;
        }
        for (std::size_t previous = 0; previous < width_; ++previous) {
            const float mass = forward[previous - width_];
            const float* out = lattice.transition.data() + previous * width_;
            float sum = 0.0F;
            for (std::size_t next = 0; next < width_; ++next) sum += out[next] * ahead[next];
            backward[previous - width_] = sum;
            if (mass * sum < 1e-6F) continue;
            float* gradient = lattice.transition_gradient.data() + previous * width_;
            for (std::size_t next = 0; next < width_; ++next)
                gradient[next] -= sequence.weight * mass * out[next] * ahead[next];
        }
        lattice.transition_gradient[gold[i - 1] * width_ + gold[i]] += sequence.weight;
    }
    return loss * static_cast<double>(sequence.weight);
}

void CrfTrainer::update(const Sequence& sequence, Lattice& lattice) {
    for (std::size_t position = sequence.begin; position < sequence.end; ++position) {
        if (pinned_[position]) continue;
        float* marginal = lattice.marginal.data() + (position - sequence.begin) * width_;
        for (std::size_t label = 0; label < width_; ++label) {
            const float target = label == gold_[position] ? 1.0F : 0.0F;
            const float gradient = sequence.weight * (target - marginal[label]);
            if (std::abs(gradient) < kNegligible) continue;
            for (std::uint32_t at = position == 0 ? 0 : position_ends_[position - 1];
                 at < position_ends_[position]; ++at) {
                if (dropped_[at]) continue;
                const std::size_t cell = occurrences_[at] * width_ + label;
                nudge(weights_[cell], squares_[cell], gradient);
            }
        }
    }
}

std::size_t CrfTrainer::count_used() const {
    std::size_t used = 0;
    for (std::size_t row = 0; row < touched_.size(); ++row)
        used += std::any_of(weights_.begin() + static_cast<std::ptrdiff_t>(row * width_),
                            weights_.begin() + static_cast<std::ptrdiff_t>((row + 1) * width_),
                            [&](float weight) { return std::abs(weight) >= options_.prune; });
    return used;
}

std::string CrfTrainer::pack() const {
    SequenceModelParts parts;
    parts.labels = labels_;
    // The few largest weights are cut so that the others keep a fine scale.
    std::vector<float> sizes;
    for (const float weight : weights_)
        if (std::abs(weight) >= options_.prune) sizes.push_back(std::abs(weight));
    std::sort(sizes.begin(), sizes.end());
    const float top = sizes.empty() ? 1.0F : sizes[sizes.size() - 1 - sizes.size() / 2000];
    parts.nats = top / 127.0F;
    for (const auto& [value, row] : rows_) {
        FeatureWeights entry{value, {}};
        for (std::size_t label = 0; label < width_; ++label) {
            const float weight = weights_[row * width_ + label];
            if (std::abs(weight) < options_.prune) continue;
            const long rounded = std::clamp(std::lround(weight / parts.nats), -127L, 127L);
            if (rounded != 0)
                entry.weights.push_back(
                    {static_cast<Label>(label), static_cast<std::int8_t>(rounded)});
        }
        parts.weights.push_back(std::move(entry));
    }
    const auto quantised = [&](std::size_t previous, std::size_t next) {
        const Label before = previous == width_ ? kFree : static_cast<Label>(previous);
        if (options_.allowed && !options_.allowed(before, static_cast<Label>(next)))
            return kForbidden;
        const float weight = transitions_[previous * width_ + next] / parts.nats;
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
