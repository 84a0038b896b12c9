// PairCounter: which items stand near which, in many articles.
//
//   PairCounter counter({.window = {.left = 0, .right = 1}});   pairs of neighbours
//   counter.add(document) …          one counter for each thread
//   total.merge(counter)
//   total.rows(…)  ->  "mr" "darcy", together 243, "mr" 785 times, "darcy" 373 times, 122198 words
//
// The first word of a pair is the node, the second what stands in its window. Windows do not leave
// a unit (see Within). Memory is bounded by different pairs.
#pragma once

#include <string>
#include <vector>

#include "stats/contingency.h"
#include "stats/item_reader.h"
#include "stats/pair_table.h"
#include "stats/units.h"

namespace lede::stats {

struct Window {
    std::uint32_t left = 0;   // items before the node
    std::uint32_t right = 1;  // and after it
};

// What the total of a pair's table is. kItems: all items, as in most tools; the node's row then
// counts the places of its windows. kPairs: all places of all windows, as in quanteda.
enum class PairTotal : std::uint8_t { kItems, kPairs };

struct PairOptions {
    ItemRule rule;
    Window window;
    Within within = Within::kArticle;
    PairTotal total = PairTotal::kItems;
    std::vector<std::string> nodes;  // as counted, folded if `rule` folds; empty: every item is one
};

struct PairRow {
    std::uint32_t first = 0;  // numbers of the counter's vocabulary
    std::uint32_t second = 0;
    std::uint64_t both = 0;
};

class PairCounter {
  public:
    explicit PairCounter(PairOptions options);

    // Requires: the layers of the rule and of the unit. Not for several threads at once.
    void add(const Document& document);
    // What still waits in the other's table is counted there first.
    void merge(PairCounter& other);

    // Pairs that were seen at least `min_frequency` times, in no order that means anything.
    template <typename Use>
    void for_each_pair(std::uint64_t min_frequency, Use use) {
        pairs_.finish();
        pairs_.for_each([&](std::uint32_t first, std::uint32_t second, std::uint64_t count) {
            if (count >= min_frequency) use(PairRow{first, second, count});
        });
    }
    std::vector<PairRow> rows(std::uint64_t min_frequency);

    std::string_view item(std::uint32_t id) const { return vocabulary_.word(id); }
    std::uint64_t frequency(std::uint32_t id) const { return counts_[id]; }
    std::uint64_t items() const { return items_total_; }
    std::uint64_t articles() const { return articles_; }
    Contingency table_of(const PairRow& row) const;

  private:
    void count_items(const ItemSequence& items);
    void count_stream(const Document& document);
    void count_windows(const std::vector<std::uint32_t>& units);

    PairOptions options_;
    ItemReader reader_;
    Vocabulary vocabulary_;
    // Only pairs of neighbours anywhere in an article are asked for: nothing but the last item has
    // to be known.
    bool is_stream_;
    std::size_t nodes_ = 0;  // the first numbers of the vocabulary are the nodes
    std::vector<std::uint64_t> counts_;
    PairTable pairs_;
    ItemSequence items_;
    std::uint64_t items_total_ = 0;
    std::uint64_t pairs_total_ = 0;
    std::uint64_t articles_ = 0;
};

}  // namespace lede::stats
