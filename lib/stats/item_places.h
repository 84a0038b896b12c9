// ItemPlaces: where in a corpus things stand, for a bar-code plot.
//
//   places.add(read_places(reader, document)) …      in the order of the input, on one thread
//   places.most_frequent(10, filter)   ->   "Whitcombe": 12 times in 3 articles, at 0.01, 0.02, …
//
// A place is a share of the corpus, by bytes of text. Memory: 8 bytes for each item of the corpus.
#pragma once

#include <string>
#include <vector>

#include "stats/item_reader.h"
#include "stats/name_book.h"
#include "stats/row_filter.h"

namespace lede::stats {

// What one article adds; numbers of a vocabulary of its own.
struct ArticlePlaces {
    Vocabulary vocabulary;
    ItemSequence items;
    std::uint64_t bytes = 0;
    std::string id;  // of the article
};

ArticlePlaces read_places(ItemReader& reader, const Document& document);

struct PlacedItem {
    std::string item;
    std::uint64_t articles = 0;
    std::vector<double> places;  // ascending, from 0 to 1
};

class ItemPlaces {
  public:
    void add(const ArticlePlaces& article);

    // Most places first, ties by code point. `names` gives the names of items that are keys.
    std::vector<PlacedItem> most_frequent(std::size_t most, const RowFilter& filter,
                                          const NameBook& names) const;

    // Ids of the first and the last article.
    const std::string& first_article() const { return first_; }
    const std::string& last_article() const { return last_; }

  private:
    Vocabulary vocabulary_;
    std::vector<std::vector<std::uint64_t>> places_;  // by number: bytes before it
    std::vector<std::uint64_t> articles_;             // parallel
    std::uint64_t bytes_ = 0;
    std::string first_;
    std::string last_;
};

}  // namespace lede::stats
