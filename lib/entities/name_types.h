// Name types: from the four types that corpora agree on to the types of the record.
//
//   LOC "Hanoi" -> GPE      LOC "Sentosa Island" -> LOC     LOC "Kennedy Airport" -> FAC
//   MISC "North Korean" -> NORP     MISC "2018 World Cup" -> EVENT     MISC “Parasite” -> WORK
//
// By tables, then by the words that name what a thing is, then by the form of the word.
#pragma once

#include "entities/gazetteer.h"
#include "entities/name_tagger.h"
#include "lexicon/lexicon.h"
#include "model/document.h"

namespace lede::entities {

class NameTypes {
  public:
    NameTypes(const Lexicon& lexicon, const Gazetteer& gazetteer);

    EntityType type_of(const Document& document, const TaggedName& name) const;

  private:
    EntityType place_type(std::string_view first, std::string_view last) const;
    bool names_body(const Document& document, const TaggedName& name) const;
    bool names_people(const Document& document, const TaggedName& name) const;
    EntityType other_type(const Document& document, const TaggedName& name) const;
    std::string_view kind_of_word(std::string_view word) const;

    const Gazetteer& gazetteer_;
    lexicon::Table name_words_;
};

}  // namespace lede::entities
