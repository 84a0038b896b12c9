// Known names: what a table is sure of, where the tagger saw nothing or less.
//
//   "North [Korean|MISC] leader"  -> [North Korean|MISC]      "AP Photo" -> [AP|ORG] Photo
//
// Only names that stand for things of one type, and that are no everyday words, are trusted:
// countries, peoples, events, and organisations that are acronyms or of several words. A longer
// name that the tagger found around a known one stays.
#pragma once

#include <vector>

#include "entities/name_tagger.h"
#include "entities/token_view.h"
#include "model/document.h"

namespace lede::entities {

// The names in text order, without overlaps. Linear. Requires: `names` in text order, without
// overlaps; `prepared` is of this document.
std::vector<TaggedName> add_known_names(const Document& document, const PreparedDocument& prepared,
                                        const std::vector<TaggedName>& names);

}  // namespace lede::entities
