// Tally: how often each thing was seen, and in how many articles.
//
//   Tally tally;
//   tally.add(document 1: "Kim" 3 times); tally.add(document 2: "Kim" once)
//   -> "Kim": count 4, articles 2
//
// Tallies add up: counting shards apart and merging gives what one count over all gives, in any
// order. Memory grows with the number of different keys, not with the number of articles.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace lede::stats {

struct Count {
    std::uint64_t count = 0;     // occurrences
    std::uint64_t weight = 0;    // sum of what each occurrence weighs: words of a quotation
    std::uint64_t articles = 0;  // articles with at least one
    Count& operator+=(const Count& other);
    friend bool operator==(const Count&, const Count&) = default;
};

// One kind of thing seen in one article; `key` holds the row's cells, joined by kCellSeparator.
struct Item {
    std::string key;
    std::uint64_t weight = 0;
};

inline constexpr char kCellSeparator = '\x1F';  // ASCII unit separator

class Tally {
  public:
    // Adds all items of one article.
    void add_article(const std::vector<Item>& items);
    void merge(const Tally& other);

    std::size_t size() const { return counts_.size(); }

    struct Row {
        std::string_view key;  // borrowed from the tally
        Count count;
    };

    // By count, or by weight, descending; ties by key in code point order. `top` 0 gives all.
    enum class Order : std::uint8_t { kCount, kWeight, kKey };
    std::vector<Row> rows(Order order, std::size_t top) const;

    // The sums over all keys; `articles` is not a sum and stays 0.
    Count total() const;

  private:
    std::unordered_map<std::string, Count> counts_;
};

}  // namespace lede::stats
