// Marked spans that no cue claimed: dialogue without cues, continued quotations, fragments behind
// "calling it", and those that are no speech at all (titles, terms, scare quotes).
#pragma once

#include <vector>

#include "quotes/report.h"

namespace lede::quotes {

// Appends a report for each unclaimed marked span that is speech; returns the content of those that
// are not, in text order. Linear.
std::vector<Span> read_unclaimed_marks(const View& view, std::vector<Report>& reports);

}  // namespace lede::quotes
