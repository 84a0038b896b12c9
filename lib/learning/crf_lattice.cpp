#include "learning/crf_lattice.h"

#include <algorithm>
#include <cmath>

namespace lede::learning {
namespace {

constexpr float kSmallest = 1e-30F;
// Label pairs less likely than this move no transition.
constexpr float kNegligiblePair = 1e-6F;

}  // namespace

void CrfLattice::reset(std::size_t positions) {
    emission_.assign(positions * width_, 0.0F);
    forward_.assign(positions * width_, 0.0F);
    backward_.assign(positions * width_, 1.0F);
    marginal_.resize(positions * width_);
    scale_.assign(positions, 1.0F);
    ahead_.resize(width_);
    pinned_.assign(positions, false);
}

void CrfLattice::pin(std::size_t position, Label label) {
    std::fill_n(scores(position), width_, 0.0F);
    scores(position)[label] = 1.0F;
    pinned_[position] = true;
}

double CrfLattice::infer(std::span<const Label> gold, CrfTransitions& transitions, float weight,
                         float boost) {
    exponentiate(boost);
    const double loss = run_forward(gold, transitions);
    run_backward(gold, transitions, weight);
    return loss * static_cast<double>(weight);
}

void CrfLattice::exponentiate(float boost) {
    for (std::size_t i = 0; i < pinned_.size(); ++i) {
        if (pinned_[i]) continue;
        float* row = scores(i);
        const float top = *std::max_element(row, row + width_);
        for (std::size_t label = 0; label < width_; ++label)
            row[label] = std::exp((row[label] - top) * boost);
    }
}

float CrfLattice::rescale(float* values) const {
    float sum = kSmallest;
    for (std::size_t label = 0; label < width_; ++label) sum += values[label];
    for (std::size_t label = 0; label < width_; ++label) values[label] /= sum;
    return sum;
}

double CrfLattice::run_forward(std::span<const Label> gold, const CrfTransitions& transitions) {
    double loss = 0.0;
    for (std::size_t i = 0; i < gold.size(); ++i) {
        float* row = forward_.data() + i * width_;
        const float* emission = scores(i);
        if (i == 0) {
            std::copy_n(transitions.factors.data() + width_ * width_, width_, row);
        } else {
            for (std::size_t previous = 0; previous < width_; ++previous) {
                const float mass = forward_[(i - 1) * width_ + previous];
                if (mass < 1e-12F) continue;
                const float* out = transitions.factors.data() + previous * width_;
                for (std::size_t next = 0; next < width_; ++next) row[next] += mass * out[next];
            }
        }
        for (std::size_t label = 0; label < width_; ++label) row[label] *= emission[label];
        scale_[i] = rescale(row);
        const std::size_t before = i == 0 ? width_ : gold[i - 1];
        const float truth = emission[gold[i]] * transitions.factors[before * width_ + gold[i]];
        loss += std::log(scale_[i]) - std::log(std::max(kSmallest, truth));
    }
    return loss;
}

void CrfLattice::run_backward(std::span<const Label> gold, CrfTransitions& transitions,
                              float weight) {
    for (std::size_t i = gold.size(); i-- > 0;) {
        const float* backward = backward_.data() + i * width_;
        float* marginal = marginal_.data() + i * width_;
        for (std::size_t label = 0; label < width_; ++label) {
            marginal[label] = forward_[i * width_ + label] * backward[label];
            ahead_[label] = backward[label] * scores(i)[label] / scale_[i];
        }
        rescale(marginal);
        if (i > 0) {
            step_back(i, transitions, weight);
            transitions.gradient[gold[i - 1] * width_ + gold[i]] += weight;
        }
    }
    if (gold.empty()) return;
    float* gradient = transitions.gradient.data() + width_ * width_;
    for (std::size_t label = 0; label < width_; ++label)
        gradient[label] -= weight * marginal_[label];
    gradient[gold[0]] += weight;
}

// Fills backward_ of the position before, and the expected pairs of both.
void CrfLattice::step_back(std::size_t position, CrfTransitions& transitions, float weight) {
    const std::size_t before = (position - 1) * width_;
    for (std::size_t previous = 0; previous < width_; ++previous) {
        const float* out = transitions.factors.data() + previous * width_;
        float sum = 0.0F;
        for (std::size_t next = 0; next < width_; ++next) sum += out[next] * ahead_[next];
        backward_[before + previous] = sum;
        const float mass = forward_[before + previous];
        if (mass * sum < kNegligiblePair) continue;
        float* gradient = transitions.gradient.data() + previous * width_;
        for (std::size_t next = 0; next < width_; ++next)
            gradient[next] -= weight * mass * out[next] * ahead_[next];
    }
}

}  // namespace lede::learning
