// EntityFinder: who and what a document names.
//
//   "President Donald Trump met Kim. Trump offered $5 million."
//   mentions [Donald Trump|PERSON] [Kim|PERSON] [Trump|PERSON] [$5 million|MONEY]
//   entities Donald Trump (masculine), Kim
//
// Names come from a trained model and a pass over the whole article, sums and shares from a
// grammar, LAW from the citations layer. Spans leave out titles, articles and possessives and do
// not overlap.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "entities/amount_finder.h"
#include "entities/gazetteer.h"
#include "entities/name_extents.h"
#include "entities/name_links.h"
#include "entities/name_preparation.h"
#include "entities/name_tagger.h"
#include "entities/name_types.h"
#include "entities/person_words.h"
#include "entities/small_words.h"
#include "entities/user_names.h"
#include "learning/sequence_model.h"
#include "learning/workspace_pool.h"
#include "lexicon/lexicon.h"
#include "model/document.h"

namespace lede::entities {

// Both layers that the room adds; mentions index into entities.
struct Entities {
    std::vector<Mention> mentions;
    std::vector<Entity> entities;
};

struct EntityOptions {
    std::string names;         // content of the user's list of names (user_names.h); empty: none
    std::string names_source;  // where it came from, for messages
    float min_confidence = 0;  // mentions that the model is less sure of are left out
};

class EntityFinder {
  public:
    // Throws std::runtime_error if the user's list is broken.
    EntityFinder(const Lexicon& lexicon, const EntityOptions& options);
    EntityFinder(const EntityFinder&) = delete;  // parts refer to the gazetteer
    EntityFinder& operator=(const EntityFinder&) = delete;

    // Reads text, tokens, sentences, citations and dates of the document. Linear; safe from many
    // threads.
    Entities find(const Document& document) const;

  private:
    std::vector<Mention> listed_mentions(const std::vector<UserNames::Found>& listed) const;
    std::vector<Mention> find_names(const Document& document) const;
    void cut_origin(const Document& document, TaggedName& name) const;

    Gazetteer gazetteer_;
    NamePreparation preparation_;
    NameExtents extents_;
    NameTypes types_;
    NameLinks links_;
    PersonWords person_words_;
    SmallWords small_words_;
    lexicon::Table aliases_;
    AmountFinder amounts_;
    UserNames user_names_;
    float min_confidence_;
    learning::SequenceModel model_;
    std::unique_ptr<learning::WorkspacePool<NameMemory>> memory_;
};

}  // namespace lede::entities
