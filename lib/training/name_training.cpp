#include "training/name_training.h"

#include <charconv>
#include <stdexcept>
#include <vector>

#include "entities/name_features.h"

namespace lede::training {

NameTrainer::NameTrainer(const Lexicon& lexicon, const NameTrainingOptions& options)
    : options_(options),
      reader_(lexicon),
      gazetteer_(lexicon),
      preparation_(lexicon, gazetteer_),
      weights_(lexicon.table("entities/training_sets")),
      trainer_(learning::bio_labels(kCoarseTypes), options.crf),
      random_(options.crf.seed) {}

// A linear congruential generator (Knuth's MMIX), so that every machine draws the same.
double NameTrainer::next_random() {
    random_ = random_ * 6364136223846793005U + 1442695040888963407U;
    return static_cast<double>(random_ >> 11U) / static_cast<double>(1ULL << 53U);
}

// A word that is seen once has no feature of its own: its name must be told by the rest.
void NameTrainer::hide_names(const EntityDocument& document) {
    for (const learning::LabelledSpan& name : document.names) {
        if (next_random() >= options_.hidden_share) continue;
        for (std::size_t i = name.begin; i < name.end; ++i) {
            next_random();
            prepared_.tokens[i].word = random_;
        }
    }
}

namespace {

// Positions that features leave out of the work are no names, whatever the corpus says; what
// follows one begins anew.
void respect_pins(const learning::FeatureSequence& sequence, std::vector<learning::Label>& gold) {
    for (std::size_t i = 0; i < gold.size(); ++i) {
        if (sequence.pin(i) != learning::kFree) gold[i] = sequence.pin(i);
        const learning::Label before = i == 0 ? learning::kFree : gold[i - 1];
        if (!learning::bio_allowed(before, gold[i])) --gold[i];  // I becomes B
    }
}

}  // namespace

void NameTrainer::add_document(const EntityDocument& document, float weight) {
    const Document& text = document.document;
    const auto gold = learning::labels_of_spans(document.names, text.tokens.size());
    preparation_.prepare(text, memory_, prepared_);
    hide_names(document);
    for (std::uint32_t s = 0; s < text.sentences.size(); ++s) {
        const Sentence& sentence = text.sentences[s];
        entities::write_name_features(text, prepared_, s, sequence_);
        std::vector<learning::Label> labels(gold.begin() + sentence.first_token,
                                            gold.begin() + sentence.last_token);
        respect_pins(sequence_, labels);
        trainer_.add(sequence_, labels, weight);
    }
}

void NameTrainer::add(const std::filesystem::path& file) {
    const std::uint32_t row = weights_.find(file.stem().string());
    if (row == weights_.rows())
        throw std::runtime_error(file.string() + ": no weight in entities/training_sets.tsv");
    const std::string_view cell = weights_.cell(row, 1);
    float weight = 0;
    std::from_chars(cell.data(), cell.data() + cell.size(), weight);
    for (EntityDocument& document : reader_.read(file)) {
        add_document(document, weight);
        lower_case(document.document);
        add_document(document, weight * options_.caseless_weight);
    }
}

std::string NameTrainer::train(const std::function<void(const learning::Progress&)>& report) {
    return trainer_.train(report);
}

}  // namespace lede::training
