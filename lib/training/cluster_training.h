// Cluster training: from plain articles and treebanks to a file of word classes.
//
//   ClusterTrainer trainer(lexicon, {});
//   trainer.add(article);                    for each raw article: tokenized, folded, counted
//   trainer.add(treebank_document);          its words as they stand
//   std::string bytes = trainer.train(report);
//
// The classes are those of `word_clusters.h`, the words are folded as `tokens::fold_word` folds
// them; the bytes are for `learning::WordClasses`. Deterministic.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "learning/treebank.h"
#include "lexicon/lexicon.h"
#include "model/article.h"
#include "tokens/tokenizer.h"
#include "training/word_clusters.h"

namespace lede::training {

class ClusterTrainer {
  public:
    ClusterTrainer(const Lexicon& lexicon, ClusterOptions options)
        : tokenizer_(lexicon), clusterer_(options) {}

    void add(const Article& article);
    void add(const learning::TreebankDocument& document);

    std::string train(const std::function<void(int round, std::size_t moved)>& report);

  private:
    void add_words(std::string_view text, std::span<const Span> words);

    tokens::Tokenizer tokenizer_;
    WordClusterer clusterer_;
    std::vector<Token> tokens_;
    std::vector<Sentence> sentences_;
    std::vector<std::string> folded_;
};

}  // namespace lede::training
