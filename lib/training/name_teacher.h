// NameTeacher: a first name model that reads what the second one learns from.
//
//   NameTeacher teacher(model, preparation);
//   teacher.doubt(document);      unlabelled words that are names to it become unknown
//   teacher.label(document);      names of a plain article; what it is not sure of is unknown
//
// Corpora leave names out; a model that has not seen a document tells many such places (after
// Wang et al. 2019, "CrossWeigh"). Names that it does not see stay: they are what it can learn.
// Plain articles hold words that no corpus has (self-training). Both only take labels away or add
// firm ones.
#pragma once

#include <string>
#include <vector>

#include "entities/name_preparation.h"
#include "entities/name_tagger.h"
#include "learning/sequence_model.h"
#include "training/entity_corpus.h"

namespace lede::training {

class NameTeacher {
  public:
    // Requires: the preparation outlives the teacher.
    NameTeacher(std::string model, const entities::NamePreparation& preparation);
    NameTeacher(const NameTeacher&) = delete;  // its parts refer to its bytes
    NameTeacher& operator=(const NameTeacher&) = delete;

    // Requires: the document has tokens and sentences. Linear.
    void doubt(EntityDocument& document);
    void label(EntityDocument& document);

  private:
    void decode(const Document& document, std::uint32_t sentence);

    std::string bytes_;
    const entities::NamePreparation& preparation_;
    learning::SequenceModel model_;
    entities::NameMemory memory_;
};

}  // namespace lede::training
