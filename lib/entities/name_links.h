// NameLinks: from an entity to its identifier in the world.
//
//   Vietnam -> "iso:VN"      Ryazan -> "iso:RU-RYA"      Barack Obama -> "wikidata:Q76"
//
// Countries, regions and peoples carry ISO 3166 codes, others Wikidata ids where an open table has
// them. A name of several things ("Georgia") gets a link only where the article names something
// else of one of them and nothing of the others.
#pragma once

#include <vector>

#include "entities/gazetteer.h"
#include "lexicon/lexicon.h"
#include "model/document.h"
#include "model/mention.h"

namespace lede::entities {

class NameLinks {
  public:
    NameLinks(const Lexicon& lexicon, const Gazetteer& gazetteer);

    // Fills the links of entities that have none. Linear in the entities.
    void link(std::vector<Entity>& entities) const;

  private:
    const Gazetteer& gazetteer_;
    lexicon::Table wikidata_;
};

}  // namespace lede::entities
