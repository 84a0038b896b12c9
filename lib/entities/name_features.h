// Name features: what the name model sees of each token of a sentence.
//
//   write_name_features(document, prepared, sentence, scorer);     for each sentence
//
// The word and its neighbours, beginnings and ends of the word, its class among words used alike,
// names it is known to be part of, titles before it, the run of capitals it stands in with the
// words around that run, and what the rest of the article shows of the same word. A sentence in
// which letter case tells nothing (headline, all capitals, all small) is seen without any of what
// depends on case. Shared by the finder of names and by its trainer, so that both see the same.
#pragma once

#include <cstdint>

#include "entities/token_view.h"
#include "model/document.h"

namespace lede::entities {

// Replaces `out` (a learning::FeatureSequence or learning::EmissionScorer) by the features of one
// sentence; whether any of its words may be a name. Where case counts, words far from any capital
// are pinned to "no name", and so are those of which a scorer is sure: most of a text costs next to
// nothing. Requires: `prepared` is of this document. Linear.
template <typename Out>
bool write_name_features(const Document& document, const PreparedDocument& prepared,
                         std::uint32_t sentence, Out& out);

}  // namespace lede::entities
