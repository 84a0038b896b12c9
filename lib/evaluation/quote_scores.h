// Quote scores: pieces of quoted content and their speakers against gold.
//
//   exact     the same piece, not counting quote marks, outer punctuation and a
//   leading "that" overlap   at least half of the gold piece and of the
//   record's piece is common attributed  overlap, and the speaker's head word
//   is right (or gold has no speaker) speaker head, speaker name   of pieces
//   that overlap and have a gold speaker (with a name) nonspeech  share of gold
//   quote marks that are no speech which the record reports as quotes
//
// Pieces are matched one to one, best overlap first. Measures whose name begins
// with "core" neither require nor punish gold pieces that are no speech reports
// in the narrow sense.
#pragma once

#include <vector>

#include "evaluation/records.h"
#include "evaluation/tally.h"

namespace lede::evaluation {

// Requires: gold records carry their text.
Scores score_quotes(const std::vector<Record>& gold, const std::vector<Record>& system);

}  // namespace lede::evaluation
