// Date scores: the calendar days that dates of records denote, against gold
// intervals.
//
//   found   a date of the record overlaps the gold span
//   start   … and one such begins on the gold's first day
//   both    … and ends on its last day
//
// Recall only: such gold marks no durations or vague expressions, so a record's
// other dates are not mistakes. Gold prefixes of dates mean all their days:
// "2019-02" is February 2019; gold without a year is left out.
#pragma once

#include <vector>

#include "evaluation/records.h"
#include "evaluation/tally.h"

namespace lede::evaluation {

Scores score_intervals(const std::vector<Record>& gold, const std::vector<Record>& system);

}  // namespace lede::evaluation
