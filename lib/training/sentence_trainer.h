// SentenceTrainer: makes the boundary model of the sentence splitter.
//
//   SentenceTrainer trainer(lexicon, {.seed = 1});
//   trainer.count_words(text);                        for each raw article: how words are written
//   for (const TreebankParagraph& p : …) trainer.add(p);
//   std::string model = trainer.train(report);        the bytes of data/tokens/sentences.model
//
// Logistic regression over the hashed features of `tokens/boundary_features.h`, by stochastic
// gradient steps whose length AdaGrad sets for each weight (Duchi et al. 2011), with an L2 term;
// their means over the later epochs are quantised to eight bits. Deterministic for the same texts
// in the same order. All words must be counted before the first paragraph is added.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

#include "lexicon/lexicon.h"
#include "tokens/chunk_scanner.h"
#include "tokens/sentence_splitter.h"
#include "training/treebank_text.h"

namespace lede::training {

struct SentenceTrainerOptions {
    int epochs = 16;
    int first_epochs = 6;  // of them for the first few features alone
    std::uint64_t seed = 1;
    unsigned weight_bits = 17;       // 2^17 weights of one byte
    float rate = 0.05F;              // AdaGrad's step
    float l2 = 5e-2F;                // strength of the L2 term at each step
    std::size_t most_words = 40000;  // words whose case is stored
    double lost_ends = 0.001;        // share of ends that the first few features may rule out
    double lost_word_ends = 0.01;    // the same for ends after a word, without any mark
    std::uint32_t min_features = 3;  // features seen less often are dropped
    std::uint32_t min_count = 4;     // rarer words are not
};

// What an epoch reached over the training gaps.
struct SentenceProgress {
    int epoch = 0;
    double log_loss = 0.0;  // mean, nats
    double errors = 0.0;    // share of gaps on the wrong side
    std::size_t gaps = 0;
};

class SentenceTrainer {
  public:
    SentenceTrainer(const Lexicon& lexicon, SentenceTrainerOptions options);

    // Counts how the words inside the sentences of `text` are written. Linear.
    void count_words(std::string_view text);

    // Adds the doubtful gaps of a paragraph.
    void add(const TreebankParagraph& paragraph);

    std::string train(const std::function<void(const SentenceProgress&)>& report);

  private:
    struct Counts {
        std::uint32_t lower = 0, capital = 0;
    };
    using Words = std::vector<std::pair<std::uint64_t, tokens::WordCase>>;

    void scan(std::string_view text, std::vector<Token>& tokens);
    void finish_words();
    void fold_features();
    float score(std::size_t begin, std::size_t end) const;
    SentenceProgress run_epoch(std::vector<std::uint32_t>& order, int epoch, bool first);
    std::vector<std::int8_t> quantised() const;
    tokens::LeastFirstScores least_first_scores(const std::vector<std::int8_t>& weights) const;

    SentenceTrainerOptions options_;
    tokens::WordLists lists_;
    std::unordered_map<std::uint64_t, Counts> counts_;
    Words words_;
    std::string word_model_;               // a model without weights, for word_case()
    std::vector<std::uint32_t> features_;  // of all gaps
    std::vector<std::size_t> feature_ends_;
    std::vector<std::size_t> first_ends_;  // where the first features of a gap end
    std::vector<std::uint8_t> kinds_;      // GapKind of each gap
    std::vector<bool> is_end_;
    std::vector<float> weights_, squares_;
};

}  // namespace lede::training
