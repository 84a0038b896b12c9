// FrequencyCounter: how often each item, or sequence of items, stands in many articles, by group.
//
//   FrequencyCounter counter({.rule = {.words = WordRule::kUax29}, .size = 2});
//   counter.add(document) …             one counter for each thread
//   total.merge(counter)                in any order
//   total.lists()[""].find("of the")    count 464, articles 1
//
// Sequences do not leave a unit (see Within) and never cross articles. Their items are joined by a
// blank.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "stats/frequency_list.h"
#include "stats/grouping.h"
#include "stats/item_reader.h"
#include "stats/units.h"

namespace lede::stats {

struct FrequencyOptions {
    ItemRule rule;
    std::size_t size = 1;  // items in a sequence, at least 1
    Within within = Within::kArticle;
    Grouping by;
};

// What was counted, as FrequencyList::rule: "words uax29 lower 1".
std::string describe(const FrequencyOptions& options);

class FrequencyCounter {
  public:
    explicit FrequencyCounter(FrequencyOptions options)
        : options_(std::move(options)), reader_(options_.rule) {}

    // Requires: the layers of the rule and of the unit. Not for several threads at once.
    void add(const Document& document);
    void merge(const FrequencyCounter& other);

    // A list for each group, by the group's cells.
    std::map<std::string, FrequencyList> lists() const;

  private:
    // Single items without groups are counted by number, everything else by hash.
    struct Group {
        explicit Group(std::size_t size) : table(size) {}
        std::vector<ArticleCount> dense;
        NgramTable table;
        std::uint64_t total = 0;
        std::uint64_t articles = 0;
    };

    bool is_dense() const { return options_.size == 1 && options_.by.empty(); }
    Group& group(const std::string& name);
    void count_dense(const ItemSequence& items, Group& group) const;
    void count_sequences(const Document& document, Group& group);
    FrequencyList list_of(const Group& group) const;

    FrequencyOptions options_;
    ItemReader reader_;
    Vocabulary vocabulary_;
    ItemSequence items_;  // of the article at hand
    std::map<std::string, Group> groups_;
};

}  // namespace lede::stats
