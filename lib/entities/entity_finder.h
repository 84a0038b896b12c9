// EntityFinder: who and what a document names.
//
//   "President Donald Trump met Kim. Trump offered $5 million."
//   mentions [Donald Trump|PERSON] [Kim|PERSON] [Trump|PERSON] [$5 million|MONEY]
//   entities Donald Trump (masculine), Kim
//
// Names come from a trained model and a pass over the whole article, sums and shares from a grammar,
// LAW from the citations layer. Spans leave out titles, articles and possessives and do not overlap.
#pragma once

#include <vector>

#include "entities/amount_finder.h"
#include "entities/gazetteer.h"
#include "entities/name_features.h"
#include "entities/name_links.h"
#include "entities/name_types.h"
#include "entities/person_words.h"
#include "learning/sequence_model.h"
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
    EntityFinder(const EntityFinder&) = delete;  // features and types refer to the gazetteer
    EntityFinder& operator=(const EntityFinder&) = delete;

    // Reads text, tokens, sentences, citations and dates of the document. Linear; safe from many
    // threads.
    Entities find(const Document& document) const;

  private:
    std::vector<Mention> find_names(const Document& document) const;

    Gazetteer gazetteer_;
    NameFeatures features_;
    NameTypes types_;
    NameLinks links_;
    PersonWords person_words_;
    AmountFinder amounts_;
    learning::SequenceModel model_;
};

}  // namespace lede::entities
