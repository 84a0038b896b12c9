// Identity: one key for one thing, across articles.
//
//   "Donald J. Trump" (PERSON, no link)  ->  "person:donald j trump"
//   "North Korea" (GPE, iso:KP)          ->  "iso:KP"
//   "the Sanctions Act" (LAW, cited)     ->  "/us/pl/114/122"
//
// Tables and counts over many articles join on these keys. A key says that two names are written
// alike or are linked to the same thing; it does not guess that Mr. Trump is Donald Trump, which
// within an article the entities already know, nor tell two John Smiths apart.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"

namespace lede::relations {

// The key of a name of the given type: "KIND:name", where KIND is person, org, place (GPE, LOC and
// FAC are told apart by few writers), norp, event, law, work or product, and the name is folded:
// lower case, plain apostrophes and hyphens, no periods, single blanks.
std::string name_key(EntityType type, std::string_view name);

// The type of each entity, in their order: that of its first mention, which is what a record
// carries. Linear.
std::vector<EntityType> entity_types(const Document& document);

// The keys of all entities of the document, in their order: the link where there is one, else that
// of the name. That of a law is the whole instrument which one of its mentions cites, where it is
// known. Linear.
std::vector<std::string> identity_keys(const Document& document);

}  // namespace lede::relations
