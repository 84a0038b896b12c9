// WordFactBuilder: makes the table of word facts that the name model reads (entities/word_facts.h).
//
//   WordFactBuilder builder;
//   builder.add_list("first_names.tsv", …);   given names, surnames, cities, organisations
//   builder.add_text(document);               plain text: how words are written
//   builder.set_clusters(clusters);           classes of words used alike
//   std::string table = builder.build();
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "entities/word_facts.h"
#include "model/document.h"

namespace lede::training {

class WordFactBuilder {
  public:
    // Reads first_names.tsv, surnames.tsv, cities.tsv and organisations.tsv of a folder of
    // gazetteers. Throws std::runtime_error if one is missing.
    void add_gazetteers(const std::filesystem::path& folder);

    // Counts how the words of a tokenized text are written.
    void add_text(const Document& document);

    void set_clusters(const std::vector<std::pair<std::string, std::uint16_t>>& clusters);

    // Words that nothing is known of are left out.
    std::string build() const;

  private:
    struct Word {
        std::uint16_t bits = 0;
        std::uint16_t cluster = 0;
        std::uint32_t small = 0;
        std::uint32_t capital = 0;  // inside a sentence
        std::uint32_t organisations = 0;
    };
    void add_names(const std::filesystem::path& file);

    std::unordered_map<std::string, Word> words_;  // by folded form
};

}  // namespace lede::training
