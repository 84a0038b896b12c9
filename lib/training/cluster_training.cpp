#include "training/cluster_training.h"

#include "learning/feature_sequence.h"
#include "learning/word_classes.h"
#include "tokens/tag_features.h"

namespace lede::training {

void ClusterTrainer::add_words(std::string_view text, std::span<const Span> words) {
    if (folded_.size() < words.size()) folded_.resize(words.size());
    std::vector<std::string_view> views;
    for (std::size_t i = 0; i < words.size(); ++i) {
        tokens::fold_word(words[i].of(text), folded_[i]);
        views.push_back(folded_[i]);
    }
    clusterer_.add(views);
}

void ClusterTrainer::add(const Article& article) {
    tokens_.clear();
    sentences_.clear();
    tokenizer_.tokenize(article, tokens_, sentences_);
    std::vector<Span> words;
    for (const Sentence& sentence : sentences_) {
        words.clear();
        for (std::uint32_t i = sentence.first_token; i < sentence.last_token; ++i)
            words.push_back(tokens_[i].span);
        add_words(article.text, words);
    }
}

void ClusterTrainer::add(const learning::TreebankDocument& document) {
    std::vector<Span> words;
    for (const learning::TreebankSentence& sentence : document.sentences) {
        words.clear();
        for (const learning::TreebankWord& word : sentence.words)
            if (!word.fused) words.push_back(word.span);
        add_words(document.text, words);
    }
}

std::string ClusterTrainer::train(const std::function<void(int round, std::size_t moved)>& report) {
    std::vector<std::pair<std::uint64_t, std::uint16_t>> classes;
    for (const auto& [word, number] : clusterer_.run(report))
        classes.emplace_back(learning::hash_bytes(word), number);
    return learning::make_word_classes(std::move(classes));
}

}  // namespace lede::training
