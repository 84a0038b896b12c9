// Timex scores: the measures of TempEval-3 over spans, types and values of dates.
//
//   strict    dates with the gold's span
//   relaxed   dates that overlap a gold one, one to one: the same spans first,
//             then the widest overlap, then the earliest
//   type      … of those, with the gold's type;  value: with its value
//
// Method: UzZaman et al., SemEval-2013 task 1. Values are compared as written, but for a final Z of
// a clock time: the zone is a field of its own.
#pragma once

#include <vector>

#include "evaluation/records.h"
#include "evaluation/tally.h"

namespace lede::evaluation {

// Whether the gold tells values, and not only days.
bool has_values(const std::vector<Record>& gold);

Scores score_timexes(const std::vector<Record>& gold, const std::vector<Record>& system);

}  // namespace lede::evaluation
