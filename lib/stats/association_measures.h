// Association measures: how strongly an item belongs to one of two corpora (keyness), or a word to
// another (collocation), from a two-by-two table.
//
//   find_association("log_dice")->score(Contingency::of_pair(243, 785, 373, 122198), {})  -> 12.747
//
// No score is NaN: a table with an empty row or column says nothing and scores 0, and a ratio to
// nothing is infinite. In the formulas O is the observed count a, E its expectation, f1 = a + b and
// f2 = a + c the counts of both things, N the total; n1 = a + c and n2 = b + d the sizes of target
// and reference.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "stats/contingency.h"
#include "stats/measure.h"

namespace lede::stats {

struct AssociationOptions {
    double simple_maths = 1;   // added to both rates per million
    double confidence = 0.95;  // of the interval behind lrc
    double tests = 1;          // Bonferroni: the share that may err is divided by this
    double prior = 1000;       // tokens of the Dirichlet prior of log_odds_prior
};

using AssociationScore = double (*)(const Contingency&, const AssociationOptions&);

// Which tables a measure is for.
enum class AssociationUse : std::uint8_t { kBoth, kKeyness, kPairs };

struct AssociationMeasure {
    Measure is;
    AssociationUse use;
    AssociationScore score;
};

// Tests: how surely the table is no accident. They grow with the size of the corpus.
std::span<const AssociationMeasure> association_tests();
// Effects: how large the difference between two corpora is.
std::span<const AssociationMeasure> keyness_effects();
// Effects: how closely two things go together.
std::span<const AssociationMeasure> pair_effects();

// Null if there is no such measure.
const AssociationMeasure* find_association(std::string_view name);

}  // namespace lede::stats
