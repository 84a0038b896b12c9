// Word clusters: classes of words that are used alike, induced from plain text.
//
//   WordClusterer clusterer({.classes = 512});
//   clusterer.add(sentence);                       for each sentence, as word forms
//   for (auto& [word, cluster] : clusterer.run({})) …      "senator" and "congressman": one class
//
// The exchange algorithm (Martin, Liermann, Ney 1998) on a predictive model in both directions:
// each word is moved to the class that makes the words before it best predict its class, and its
// class best predict the words after it. Words get their first class by frequency, words with few
// occurrences get none. Deterministic. Costs a few minutes for 15 million words and 512 classes.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace lede::training {

struct ClusterOptions {
    int classes = 512;
    int min_count = 8;  // rarer words get no class and take no part
    int rounds = 12;    // passes over the vocabulary
};

class WordClusterer {
  public:
    explicit WordClusterer(ClusterOptions options) : options_(options) {}

    // Counts one sentence. Forms are taken as they are: fold them before.
    void add(std::span<const std::string_view> words);

    // Word and class (from 1), most frequent word first. `report` is told the round and how many
    // words moved; it may be empty.
    std::vector<std::pair<std::string, std::uint16_t>> run(
        const std::function<void(int round, std::size_t moved)>& report);

  private:
    std::uint32_t id_of(std::string_view word);

    ClusterOptions options_;
    std::unordered_map<std::string, std::uint32_t> ids_;
    std::vector<std::uint64_t> counts_;
    std::vector<std::uint32_t> text_;  // word ids, sentences parted by kNone
};

}  // namespace lede::training
