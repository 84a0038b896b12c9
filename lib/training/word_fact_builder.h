// WordFactBuilder: makes the table of word facts that the name model reads (entities/word_facts.h).
//
//   WordFactBuilder builder(lexicon);
//   builder.add_gazetteers("corpora/gazetteers");   given names, surnames, cities, organisations
//   builder.add(article);                           plain text: how words are written and used
//   std::string table = builder.build(report);
//
// The classes of words used alike are those of `word_clusters.h`. Deterministic.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "entities/word_facts.h"
#include "lexicon/lexicon.h"
#include "model/document.h"
#include "tokens/tokenizer.h"
#include "training/word_clusters.h"

namespace lede::training {

class WordFactBuilder {
  public:
    explicit WordFactBuilder(const Lexicon& lexicon) : tokenizer_(lexicon), clusterer_({}) {}

    // Reads first_names.tsv, surnames.tsv, cities.tsv and organisations.tsv of a folder of
    // gazetteers. Throws std::runtime_error if one is missing.
    void add_gazetteers(const std::filesystem::path& folder);

    // Counts how the words of an article are written, and what stands beside them.
    void add(Article article);

    // Words that nothing is known of are left out. `report` is told of each round of clustering.
    std::string build(const std::function<void(int round, std::size_t moved)>& report);

  private:
    struct Word {
        std::uint16_t bits = 0;
        std::uint16_t cluster = 0;
        std::uint32_t small = 0;
        std::uint32_t capital = 0;  // inside a sentence
        std::uint32_t organisations = 0;
    };
    void count(const Document& document, const Sentence& sentence);

    tokens::Tokenizer tokenizer_;
    WordClusterer clusterer_;
    std::unordered_map<std::string, Word> words_;  // by folded form
};

}  // namespace lede::training
