// WordKindBuilder: makes the table of word kinds that the tagger reads (tokens/word_kinds.h).
//
//   WordKindBuilder builder(lexicon);
//   builder.add_dictionary("dict");       a folder in WordNet's format: index.*, *.exc, cntlist.rev
//   builder.add(article);                 plain text: which words are in use
//   std::string table = builder.build();
//
// Takes words of the dictionary that the articles hold, in their base form or with an ending of
// data/tokens/detachments.tsv, and words of name lists and case counts that the lexicon's
// entities/words.model knows. Deterministic.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "entities/word_facts.h"
#include "lexicon/lexicon.h"
#include "model/article.h"
#include "tokens/tokenizer.h"

namespace lede::training {

class WordKindBuilder {
  public:
    // Requires: the lexicon outlives the builder.
    explicit WordKindBuilder(const Lexicon& lexicon);

    // Throws std::runtime_error if a file is missing.
    void add_dictionary(const std::filesystem::path& folder);

    // Counts the article's words.
    void add(const Article& article);

    // The bytes for WordClasses.
    std::string build() const;

  private:
    struct Detachment {
        std::string_view ending, base;
        std::uint16_t base_bit, form_bit;
    };
    struct Entry {
        std::uint16_t bits = 0;                       // base forms, and irregular ones
        std::map<std::uint16_t, std::uint32_t> uses;  // in the sense-tagged corpus, by base bit
        std::vector<std::pair<std::string, std::uint16_t>> bases;  // of irregular forms, base bits
    };

    const Entry* entry_of(std::string_view word) const;
    // use(entry of the base, detachment) for each base that the word's endings lead to.
    template <typename Use>
    void for_each_base(std::string_view word, Use use) const;

    std::uint16_t grammar_of(std::string_view word) const;
    std::uint16_t mostly_of(std::string_view word) const;

    tokens::Tokenizer tokenizer_;
    entities::WordFactTable facts_;
    std::vector<Detachment> detachments_;
    std::unordered_map<std::string, Entry> dictionary_;
    std::unordered_map<std::string, std::uint32_t> counts_;  // of folded words of the articles
    std::vector<Token> tokens_;
};

}  // namespace lede::training
