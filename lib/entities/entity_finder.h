// EntityFinder: who and what a document names.
#pragma once

#include <vector>

#include "lexicon/lexicon.h"
#include "model/document.h"

namespace lede::entities {

// Both layers that the room adds; mentions index into entities.
struct Entities {
    std::vector<Mention> mentions;
    std::vector<Entity> entities;
};

struct EntityOptions {};

class EntityFinder {
  public:
    EntityFinder(const Lexicon& lexicon, const EntityOptions& options);

    // Reads text, tokens, sentences, citations and dates of the document. Linear; safe from many threads.
    Entities find(const Document& document) const;
};

}  // namespace lede::entities
