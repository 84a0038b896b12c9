// Name training: from BIO corpora to the model of `entities::tag_names`.
//
//   NameTrainer trainer(lexicon, {});
//   trainer.add("corpora/ner/wikigold.tsv");      for each set
//   std::string model = trainer.train(report);
//
// A set's influence is its row in data/entities/training_sets.tsv; sets without one have none. Each
// sentence is learned as it is and without letter case. The words of some names are hidden, so that
// the model learns to name what it has never seen by all that is around. Deterministic for a seed.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

#include "entities/gazetteer.h"
#include "entities/name_preparation.h"
#include "learning/bio.h"
#include "learning/crf_trainer.h"
#include "lexicon/lexicon.h"
#include "training/entity_corpus.h"

namespace lede::training {

struct NameTrainingOptions {
    learning::CrfOptions crf = {.epochs = 6, .dropout = 0.2F, .allowed = learning::bio_allowed};
    float caseless_weight = 0.5F;  // of the copies without letter case
    double hidden_share = 0.2;     // of names whose words are hidden
};

class NameTrainer {
  public:
    // Reads words.model and the gazetteers from `lexicon`, which must outlive the trainer.
    NameTrainer(const Lexicon& lexicon, const NameTrainingOptions& options);

    // Adds a file by the weight of its stem ("wikigold"). Throws std::runtime_error if it cannot be
    // read or has no weight.
    void add(const std::filesystem::path& file);

    // The bytes of the model.
    std::string train(const std::function<void(const learning::Progress&)>& report);

  private:
    void add_document(const EntityDocument& document, float weight);
    void hide_names(const EntityDocument& document);
    double next_random();

    NameTrainingOptions options_;
    EntityCorpusReader reader_;
    entities::Gazetteer gazetteer_;
    entities::NamePreparation preparation_;
    lexicon::Table weights_;
    learning::CrfTrainer trainer_;
    entities::PreparationMemory memory_;
    entities::PreparedDocument prepared_;
    learning::FeatureSequence sequence_;
    std::uint64_t random_;
};

}  // namespace lede::training
