// Which documents of an index may match a query, told by its words and postings alone.
//
//   documents_that_may_match(gate, segment)   ->   false, true, false, …
//
// A literal of the gate may be cut by tokens ("can" in "can't"): neighbours count, too. What is
// false cannot match. Cost: the distinct words times the length of the literals, and the places of
// those that fit.
#pragma once

#include <vector>

#include "search/literal_gate.h"
#include "search/segment.h"

namespace lede::search {

std::vector<bool> documents_that_may_match(const LiteralGate& gate, const Segment& segment);

}  // namespace lede::search
