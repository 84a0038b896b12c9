// SpeakerResolver: who the phrase beside a cue is: an entity of the article, where one is meant.
//
//   "Ann Lee, the mayor, … She said"  She -> Ann Lee        "the mayor said" -> Ann Lee
//
// Names by their mentions; pronouns by gender, number and salience (the nearest subject first, in
// the manner of Lappin & Leass 1994); roles by the nouns that stood beside a name before.
#pragma once

#include <vector>

#include "quotes/report.h"

namespace lede::quotes {

// The speaker of each report, parallel to `reports`; none where no one is named. Linear.
// Requires: reports are in text order.
std::vector<std::optional<Speaker>> resolve_speakers(const View& view,
                                                     const std::vector<Report>& reports);

}  // namespace lede::quotes
