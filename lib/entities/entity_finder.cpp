#include "entities/entity_finder.h"

namespace lede::entities {

EntityFinder::EntityFinder(const Lexicon&, const EntityOptions&) {}

Entities EntityFinder::find(const Document&) const { return {}; }

}  // namespace lede::entities
