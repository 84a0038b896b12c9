// CrfLattice: one training sequence of a linear-chain CRF: what its labels'
// probabilities are under the present weights, and how far that is from the
// truth.
//
// Forward-backward over exponentials that are scaled to sum to one at each
// position (Rabiner 1989). Used by `CrfTrainer` only; all memory is reused from
// sequence to sequence.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "learning/feature_sequence.h"

namespace lede::learning {

// Weights of pairs of labels, [previous][next]; the row behind the last label
// is for the begin.
struct CrfTransitions {
    std::vector<float> weights,
        squares;                  // squares: of all gradients so far, for AdaGrad
    std::vector<float> factors;   // exp of the weights, 0 where forbidden
    std::vector<float> gradient;  // gathered since the weights last changed
};

class CrfLattice {
  public:
    explicit CrfLattice(std::size_t labels) : width_(labels) {}

    // Makes room for `positions`; all scores are 0.
    void reset(std::size_t positions);

    // The scores of a position's labels, to be filled before `infer`.
    float* scores(std::size_t position) { return emission_.data() + position * width_; }

    // Makes `label` the only possible one at the position.
    void pin(std::size_t position, Label label);

    // Computes the marginals, adds `weight` times the gradient of the transitions
    // to `transitions.gradient` and returns the negative log likelihood of the
    // gold labels. `boost` multiplies all scores.
    double infer(std::span<const Label> gold, CrfTransitions& transitions, float weight,
                 float boost);

    // Probability of each label at the position. Requires: `infer` ran.
    const float* marginals(std::size_t position) const {
        return marginal_.data() + position * width_;
    }

  private:
    void exponentiate(float boost);
    double run_forward(std::span<const Label> gold, const CrfTransitions& transitions);
    void run_backward(std::span<const Label> gold, CrfTransitions& transitions, float weight);
    void step_back(std::size_t position, CrfTransitions& transitions, float weight);
    float rescale(float* values) const;

    std::size_t width_;  // labels; all arrays are [position][label] unless said otherwise
    std::vector<float> emission_, forward_, backward_, marginal_;
    std::vector<float> scale_;  // [position], what forward was divided by
    std::vector<float> ahead_;  // [label], what the position before sees of the present one
    std::vector<bool> pinned_;  // [position]
};

}  // namespace lede::learning
