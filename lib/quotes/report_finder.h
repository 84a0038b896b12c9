// ReportFinder: the acts of saying in a document, from cues, marks and "according to".
//
//   "The deal is dead, the mayor said on Monday, adding that talks would go on."
//   -> {[The deal is dead], speaker the mayor}, {[talks would go on], speaker the mayor}
//
// Speakers are phrases here; who they are is found by speaker_resolver.h.
#pragma once

#include <vector>

#include "quotes/report.h"

namespace lede::quotes {

// All reports, in no particular order. A marked span that is part of no report is absent. Linear in
// the tokens.
std::vector<Report> find_reports(const View& view);

}  // namespace lede::quotes
