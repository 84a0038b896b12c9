#include "training/name_training.h"

#include <charconv>
#include <stdexcept>
#include <vector>

#include "entities/name_features.h"
#include "training/name_teacher.h"

namespace lede::training {

NameTrainer::NameTrainer(const Lexicon& lexicon, const NameTrainingOptions& options)
    : options_(options),
      reader_(lexicon),
      tokenizer_(lexicon),
      gazetteer_(lexicon),
      preparation_(lexicon, gazetteer_),
      sets_(lexicon.table("entities/training_sets")),
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

// A copy that teaches nothing at unknown positions.
void leave_out_unknown(const learning::FeatureSequence& all, const std::vector<bool>& unknown,
                       std::size_t first, learning::FeatureSequence& out) {
    out.clear();
    for (std::size_t i = 0; i < all.size(); ++i) {
        const bool known = !unknown[first + i];
        if (known)
            for (const learning::Feature value : all.at(i)) out.add(value);
        out.end_position(known ? all.pin(i) : learning::kOutside);
    }
}

// Two halves of a set's documents, by turns.
constexpr std::size_t kFolds = 2;

}  // namespace

void NameTrainer::add_to(learning::CrfTrainer& trainer, const EntityDocument& document,
                         float weight) {
    const Document& text = document.document;
    const auto gold = learning::labels_of_spans(document.names, text.tokens.size());
    preparation_.prepare(text, memory_, prepared_);
    hide_names(document);
    for (std::uint32_t s = 0; s < text.sentences.size(); ++s) {
        const Sentence& sentence = text.sentences[s];
        entities::write_name_features(text, prepared_, s, sequence_);
        leave_out_unknown(sequence_, document.unknown, sentence.first_token, known_);
        std::vector<learning::Label> labels(gold.begin() + sentence.first_token,
                                            gold.begin() + sentence.last_token);
        respect_pins(known_, labels);
        trainer.add(known_, labels, weight);
    }
}

void NameTrainer::add(const std::filesystem::path& file) {
    const std::uint32_t row = sets_.find(file.stem().string());
    if (row == sets_.rows())
        throw std::runtime_error(file.string() + ": no weight in entities/training_sets.tsv");
    const std::string_view cell = sets_.cell(row, sets_.column("weight"));
    float weight = 0;
    std::from_chars(cell.data(), cell.data() + cell.size(), weight);
    const bool loose = sets_.cell(row, sets_.column("labels")) == "loose";
    for (EntityDocument& document : reader_.read(file))
        entries_.push_back({std::move(document), weight, loose});
}

void NameTrainer::add(Article article) {
    EntityDocument& next = articles_.emplace_back();
    next.document.article = std::move(article);
    tokenizer_.tokenize(next.document.article, next.document.tokens, next.document.sentences);
}

// A model of the documents as they are, but for those of one fold (kFolds: of none).
std::string NameTrainer::train_teacher(std::size_t without, const Report& report) {
    learning::CrfOptions options = options_.crf;
    options.epochs = options_.teacher_epochs;
    learning::CrfTrainer trainer(learning::bio_labels(kCoarseTypes), options);
    for (std::size_t i = 0; i < entries_.size(); ++i)
        if (i % kFolds != without) add_to(trainer, entries_[i].document, entries_[i].weight);
    return trainer.train(report);
}

void NameTrainer::teach(const Report& report) {
    for (std::size_t fold = 0; fold < kFolds; ++fold) {
        NameTeacher teacher(train_teacher(fold, report), preparation_);
        for (std::size_t i = fold; i < entries_.size(); i += kFolds)
            if (entries_[i].loose) teacher.doubt(entries_[i].document);
    }
    if (articles_.empty()) return;
    NameTeacher teacher(train_teacher(kFolds, report), preparation_);
    for (EntityDocument& article : articles_) teacher.label(article);
}

std::string NameTrainer::train(const Report& report) {
    if (options_.teacher_epochs > 0) teach(report);
    learning::CrfTrainer trainer(learning::bio_labels(kCoarseTypes), options_.crf);
    for (Entry& entry : entries_) {
        add_to(trainer, entry.document, entry.weight);
        lower_case(entry.document.document);
        add_to(trainer, entry.document, entry.weight * options_.caseless_weight);
    }
    if (options_.teacher_epochs > 0)
        for (const EntityDocument& article : articles_)
            add_to(trainer, article, options_.article_weight);
    return trainer.train(report);
}

}  // namespace lede::training
