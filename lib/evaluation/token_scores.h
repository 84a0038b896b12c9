// Token scores: tokens, words, sentences, tags and lemmas of records against
// treebanks.
//
// The measures of the CoNLL 2018 shared task (Zeman et al. 2018), as F1:
//   Tokens     surface tokens; words marked `joined` are glued on before they
//   are compared Words      syntactic words; a multiword token whose words do
//   not spell it stays whole Sentences  exact spans Bounds     sentence ends
//   except the document's UPOS, Lemmas   words with the right span and label
//   (only if the records have the layer)
// Spans are compared on characters that are no white space, so white space at
// their ends never matters. A document without a record counts as missed.
#pragma once

#include <span>
#include <vector>

#include "evaluation/records.h"
#include "evaluation/tally.h"
#include "learning/treebank.h"

namespace lede::evaluation {

Scores score_tokens(std::span<const learning::TreebankDocument> gold,
                    const std::vector<Record>& system);

}  // namespace lede::evaluation
