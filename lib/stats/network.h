// Networks of things that are named together, for graph programs.
//
//   kGraphml   <edge source="n0" target="n1"><data key="count">4</data>…    Gephi, igraph, networkx
//   kDot       "Kim" -- "Moon" [weight=4];                                  Graphviz
//
// Names are written so that nothing in them can leave its place: XML and DOT escapes, control
// characters left out. It does not lay anything out.
#pragma once

#include <string>
#include <vector>

#include "stats/cooccurrence.h"

namespace lede::stats {

enum class NetworkFormat : std::uint8_t { kGraphml, kDot };

// Nodes in the order in which the pairs name them, then edges. `directed` where the two ends are of
// different kinds.
void append_network(const std::vector<Together>& pairs, bool directed,
                    const AssociationMeasure& score, const AssociationOptions& scores,
                    NetworkFormat format, std::string& out);

}  // namespace lede::stats
