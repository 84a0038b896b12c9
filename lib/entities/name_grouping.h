// NameGrouping: which mentions of an article name one thing.
//
//   Donald Trump … Trump … International Atomic Energy Agency … IAEA
//   -> entities "Donald Trump" {1, 2}, "International Atomic Energy Agency" {3, 4}
//
// Works on the names alone: equal names, surnames and given names of full names, acronyms, company
// short names, names of one country. It does not follow pronouns or descriptions.
#pragma once

#include <string>
#include <vector>

#include "entities/gazetteer.h"
#include "model/document.h"
#include "model/mention.h"

namespace lede::entities {

// Sets `entity` of every mention but sums and shares, and returns the entities in order of their
// first mention, with name, type and link. Linear in the mentions times the names of the article
// that share a word. Requires: mentions in text order.
std::vector<Entity> group_names(const Document& document, const Gazetteer& gazetteer,
                                std::vector<Mention>& mentions);

}  // namespace lede::entities
