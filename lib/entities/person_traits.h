// Person traits: the gender and number of entities, where the text tells.
//
//   "Mr. Trump"   "Angela Merkel"   "Warmbier … he died"
//
// Evidence, strongest first: a title before a mention, the given name, the personal pronouns that
// follow a mention before another person is named. Anything that is no person is neuter, peoples
// are plural.
#pragma once

#include <vector>

#include "entities/person_words.h"
#include "model/document.h"
#include "model/mention.h"

namespace lede::entities {

// Sets gender and number of `entities`. Linear. Requires: mentions in text order, with entities.
void set_traits(const Document& document, const PersonWords& words,
                const std::vector<Mention>& mentions, std::vector<Entity>& entities);

}  // namespace lede::entities
