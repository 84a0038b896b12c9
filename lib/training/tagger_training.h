// Tagger training: from treebanks to the part-of-speech model of `tokens::Tagger`.
//
// A label is a pair of Penn and universal tag ("NNS NOUN"). Pairs that a handful of words have are
// slips of annotators: their sentences are left out. Deterministic for a seed.
#pragma once

#include <functional>
#include <span>
#include <string>

#include "learning/crf_trainer.h"
#include "learning/treebank.h"
#include "model/token.h"
#include "tokens/tag_features.h"

namespace lede::training {

struct TaggerOptions {
    learning::CrfOptions crf = {.epochs = 6,
                                .rate = 0.1F,
                                .l1 = 1e-5F,
                                .all_labels_count = 1,
                                .dropout = 0.2F,
                                .averaged_epochs = 3};
    int min_label_count = 10;  // pairs of tags seen less often are not learned
};

// The bytes of a tagger model.
std::string train_tagger(std::span<const learning::TreebankDocument> documents,
                         const tokens::TagFeatures& tag_features, const TaggerOptions& options,
                         const std::function<void(const learning::Progress&)>& report);

// A sentence's words as tokens of its document.
std::vector<Token> tokens_of(const learning::TreebankSentence& sentence);

}  // namespace lede::training
