// Lemma training: from treebanks to the edit rules and exceptions of `tokens::LemmaRules`.
//
//   "studies" NNS -> "study", "parties" NNS -> "party", "movies" NNS -> "movie"
//   gives: ending "ies" of NNS: -ies +y;  form "movies": -s
//
// A decision list over endings: an ending gets a rule of its own where its words agree on another
// one than the shorter ending has (Mikheev 1997, for unknown words). Deterministic.
#pragma once

#include <span>
#include <string>

#include "learning/treebank.h"

namespace lede::training {

struct LemmaOptions {
    int min_endings = 2;  // words that must share an ending
    int min_count = 3;    // forms seen so often are stored though their ending would do
};

// The bytes of a lemma model.
std::string train_lemmas(std::span<const learning::TreebankDocument> documents,
                         const LemmaOptions& options);

}  // namespace lede::training
