// NameGrouping: which mentions of an article name one thing.
//
//   Donald Trump … Trump … International Atomic Energy Agency (IAEA) … IAEA
//   -> entities "Donald Trump" {1, 2}, "International Atomic Energy Agency" {3, 4, 5}
//
// Works on the names: equal names, parts of persons' names, acronyms (also as the article defines
// them), other names that it says ("also known as": entities/aliases.tsv), short names of
// organisations and places, names of one country. A surname of two people
// goes to the one named last, unless the title before it tells the other. Laws are grouped by what
// the citation says of them, and have their title for a name. It does not follow pronouns or
// descriptions.
#pragma once

#include <vector>

#include "entities/gazetteer.h"
#include "entities/person_words.h"
#include "entities/small_words.h"
#include "lexicon/table.h"
#include "model/document.h"
#include "model/mention.h"

namespace lede::entities {

// Sets `entity` of every mention but sums and shares, and returns the entities in order of their
// first mention, with name, type and link; `aliases` is that table. Time: mentions times a bounded
// number of names that share a first or last word. Requires: mentions in text order.
std::vector<Entity> group_names(const Document& document, const Gazetteer& gazetteer,
                                const PersonWords& words, const SmallWords& small,
                                const lexicon::Table& aliases, std::vector<Mention>& mentions);

}  // namespace lede::entities
