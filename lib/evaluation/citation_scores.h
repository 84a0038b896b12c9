// Citation scores: citations of records against gold cases.
//
//   overlap   matched one to one, at least half of what either covers is common. Precision counts
//             only cases whose gold lists the kinds that it marks ("kinds"), and only those kinds
//   exact     … with the same begin and end
//   id        gold citations with an identifier whose match has the same one
//   work      … the same instrument, whatever the section
//   kind      matched citations of the right kind
//
// Gold offsets are code points, as in the cases' own file; those of records are bytes.
#pragma once

#include <vector>

#include "evaluation/records.h"
#include "evaluation/tally.h"

namespace lede::evaluation {

// Requires: gold records carry their text.
Scores score_citations(const std::vector<Record>& gold, const std::vector<Record>& system);

}  // namespace lede::evaluation
