// Name training: from BIO corpora to the model of `entities::tag_names`.
//
//   NameTrainer trainer(lexicon, {});
//   trainer.add("corpora/ner/wikigold.tsv");      for each set
//   trainer.add(article);                         plain ones, any number
//   std::string model = trainer.train(report);
//
// A set's influence is its row in data/entities/training_sets.tsv; sets without one have none. Each
// sentence is learned as it is and without letter case. The words of some names are hidden, so that
// the model learns to name what it has never seen by all that is around. Loosely labelled sets are
// read first by teachers that have not seen the document (`name_teacher.h`), and what they firmly
// take for unlabelled names is not learned; plain articles are learned with the names that a
// teacher is sure of. Deterministic for a seed.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "entities/gazetteer.h"
#include "entities/name_preparation.h"
#include "learning/bio.h"
#include "learning/crf_trainer.h"
#include "lexicon/lexicon.h"
#include "model/article.h"
#include "tokens/tokenizer.h"
#include "training/entity_corpus.h"

namespace lede::training {

struct NameTrainingOptions {
    learning::CrfOptions crf = {
        .epochs = 6, .l1 = 1e-6F, .dropout = 0.2F, .allowed = learning::bio_allowed};
    float caseless_weight = 0.5F;  // of the copies without letter case
    double hidden_share = 0.2;     // of names whose words are hidden
    int teacher_epochs = 3;        // 0: labels are learned as they are, plain articles not at all
    float article_weight = 0.3F;   // of plain articles
};

class NameTrainer {
  public:
    // Reads words.model and the gazetteers from `lexicon`, which must outlive the trainer.
    NameTrainer(const Lexicon& lexicon, const NameTrainingOptions& options);

    // Adds a file by the weight of its stem ("wikigold"). Throws std::runtime_error if it cannot be
    // read or has no weight.
    void add(const std::filesystem::path& file);

    // Adds a plain article.
    void add(Article article);

    // The bytes of the model. `report` is told of the epochs of every model on the way.
    using Report = std::function<void(const learning::Progress&)>;
    std::string train(const Report& report);

  private:
    struct Entry {
        EntityDocument document;
        float weight = 1;
        bool loose = false;  // labelled with less care
    };
    void add_to(learning::CrfTrainer& trainer, const EntityDocument& document, float weight);
    void hide_names(const EntityDocument& document);
    double next_random();
    std::string train_teacher(std::size_t without, const Report& report);
    void teach(const Report& report);

    NameTrainingOptions options_;
    EntityCorpusReader reader_;
    tokens::Tokenizer tokenizer_;
    entities::Gazetteer gazetteer_;
    entities::NamePreparation preparation_;
    lexicon::Table sets_;
    std::vector<Entry> entries_;
    std::vector<EntityDocument> articles_;
    entities::PreparationMemory memory_;
    entities::PreparedDocument prepared_;
    learning::FeatureSequence sequence_, known_;
    std::uint64_t random_;
};

}  // namespace lede::training
