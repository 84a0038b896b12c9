// NgramTable: how often each sequence of n items was seen, and in how many articles.
//
//   NgramTable table(2);
//   table.add(ids of "of the", article 7)
//
// Items are numbers of a Vocabulary. Memory: 4 n + 28 bytes for each different sequence, so it is
// bounded by types and not by the length of the text.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "text/span.h"

namespace lede::stats {

struct Frequency {
    std::uint64_t count = 0;
    std::uint64_t articles = 0;
    Frequency& operator+=(const Frequency& other) {
        count += other.count;
        articles += other.articles;
        return *this;
    }
    friend bool operator==(const Frequency&, const Frequency&) = default;
};

// A count that grows article by article.
struct ArticleCount {
    std::uint64_t count = 0;
    std::uint32_t articles = 0;
    std::uint32_t last_article = kNone;  // the low half of its number

    void add(std::uint32_t article) {
        ++count;
        articles += article != last_article;
        last_article = article;
    }
    void add(const Frequency& frequency) {
        count += frequency.count;
        articles += static_cast<std::uint32_t>(frequency.articles);
    }
    Frequency frequency() const { return {count, articles}; }
};

class NgramTable {
  public:
    explicit NgramTable(std::size_t size);

    // Requires: `ids` has the table's size. Articles are numbered in the order of their adding.
    void add(const std::uint32_t* ids, std::uint64_t article);

    // Adds counts of another table.
    void add(const std::uint32_t* ids, Frequency frequency);

    // Asks the processor for the slot that an `add` will look at soon.
    void prefetch(const std::uint32_t* ids) const;

    std::size_t size() const { return entries_.size(); }
    std::span<const std::uint32_t> ids(std::size_t entry) const {
        return std::span(ids_).subspan(entry * size_, size_);
    }
    Frequency frequency(std::size_t entry) const { return entries_[entry].frequency(); }

  private:
    struct Slot {
        std::uint32_t tag = 0;  // of the hash
        std::uint32_t entry = kNone;
    };

    std::uint64_t hash_of(const std::uint32_t* ids) const;
    std::uint32_t entry_of(const std::uint32_t* ids);
    void grow();

    std::size_t size_;
    std::vector<std::uint32_t> ids_;  // size_ for each entry
    std::vector<ArticleCount> entries_;
    std::vector<Slot> slots_;  // a power of two, at most two thirds full
};

}  // namespace lede::stats
