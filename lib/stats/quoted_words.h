// QuotedWords: words inside quotations, and those of the text around them, counted apart.
//
//   "We will act," she said.     quoted: we will act      around: she said
//
// What is typical of one against the other is what people are quoted for.
#pragma once

#include <vector>

#include "stats/frequency_list.h"
#include "stats/item_reader.h"

namespace lede::stats {

class QuotedWords {
  public:
    explicit QuotedWords(const ItemRule& rule) : reader_(rule) {}

    // Requires: the layers of the rule, and quotes. Not for several threads at once.
    void add(const Document& document);
    void merge(const QuotedWords& other);

    // `rule` describes what was counted, for the lists' own heads.
    FrequencyList quoted(const std::string& rule) const { return list_of(quoted_, rule); }
    FrequencyList around(const std::string& rule) const { return list_of(around_, rule); }

  private:
    struct Side {
        std::vector<Frequency> words;             // by number
        std::vector<std::uint32_t> last_article;  // parallel
        std::uint64_t total = 0;
        void add(std::uint32_t id, std::uint32_t article);
    };
    FrequencyList list_of(const Side& side, const std::string& rule) const;
    static void merge_side(const Side& theirs, const std::vector<std::uint32_t>& number,
                           Side& mine);

    ItemReader reader_;
    Vocabulary vocabulary_;
    ItemSequence items_;
    Side quoted_;
    Side around_;
    std::uint64_t articles_ = 0;
};

}  // namespace lede::stats
