// DocumentPass: the names of an article made consistent.
//
//   "Otto Warmbier … Warmbier …"        the surname alone is PERSON wherever it stands
//   "Bill de Marco … de Marco …"        its particles belong to it
//   "Harlow Systems … Harlow …"         so is the first word of an organisation ORG
//   "King Otto II"                      a number ends a person's name
//   "HARLOW - Otto Brandner said"       the dash of a dateline parts two names
//   "Agency for Trade (AFT) … AFT …"    an acronym has the type of the name it stands for
//   "Hanoi/LOC … Hanoi/ORG … Hanoi/LOC" one string, one type
//   "Harlow … harlow … HARLOW"          a name found once is found again, headlines included
#pragma once

#include <vector>

#include "entities/name_tagger.h"
#include "entities/token_view.h"
#include "model/document.h"

namespace lede::entities {

// The names of the whole document in text order, without overlaps. Linear in tokens. Requires:
// names in text order, without overlaps; `prepared` is of this document.
std::vector<TaggedName> make_consistent(const Document& document, const PreparedDocument& prepared,
                                        std::vector<TaggedName> names);

}  // namespace lede::entities
