#include "training/tagger_training.h"

#include <map>
#include <optional>

#include "training/tag_labels.h"

namespace lede::training {
namespace {

using learning::Label;

std::string label_of(const learning::TreebankWord& word) { return word.xpos + ' ' + word.upos; }

class LabelSet {
  public:
    LabelSet(std::span<const learning::TreebankDocument> documents, int min_count) {
        std::map<std::string, int> counts;
        for (const learning::TreebankDocument& document : documents)
            for (const learning::TreebankSentence& sentence : document.sentences)
                for (const learning::TreebankWord& word : sentence.words)
                    if (upos_of(word.upos) && xpos_of(word.xpos)) ++counts[label_of(word)];
        for (const auto& [label, count] : counts) {
            if (count < min_count) continue;
            numbers_.emplace(label, static_cast<Label>(names_.size()));
            names_.push_back(label);
        }
    }

    const std::vector<std::string>& names() const { return names_; }

    // The labels of a sentence, or nothing if one of them is not in the set.
    std::optional<std::vector<Label>> labels_of(const learning::TreebankSentence& sentence) const {
        std::vector<Label> labels;
        for (const learning::TreebankWord& word : sentence.words) {
            const auto found = numbers_.find(label_of(word));
            if (found == numbers_.end() || word.fused) return std::nullopt;
            labels.push_back(found->second);
        }
        return labels;
    }

  private:
    std::vector<std::string> names_;
    std::map<std::string, Label> numbers_;
};

}  // namespace

std::vector<Token> tokens_of(const learning::TreebankSentence& sentence) {
    std::vector<Token> tokens;
    for (const learning::TreebankWord& word : sentence.words)
        tokens.push_back({word.span, word.joined});
    return tokens;
}

std::string train_tagger(std::span<const learning::TreebankDocument> documents,
                         const tokens::TagFeatures& tag_features, const TaggerOptions& options,
                         const std::function<void(const learning::Progress&)>& report) {
    const LabelSet labels(documents, options.min_label_count);
    tokens::TagFeatures::Scratch scratch;
    learning::FeatureSequence features;
    learning::CrfTrainer trainer(labels.names(), options.crf);
    for (const learning::TreebankDocument& document : documents) {
        for (const learning::TreebankSentence& sentence : document.sentences) {
            const std::optional<std::vector<Label>> gold = labels.labels_of(sentence);
            if (!gold) continue;
            tag_features.compute(document.text, tokens_of(sentence), scratch, features);
            trainer.add(features, *gold);
        }
    }
    return trainer.train(report);
}

}  // namespace lede::training
