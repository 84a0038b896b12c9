// PartCorpus: which items stand in which part of a corpus, and where.
//
//   PartCorpus corpus({.positions = true});
//   corpus.add(items of an article) …      in the order of the input, on one thread
//   corpus.spread("law")  ->  {.counts = {2, 0, 1}, .sizes = {…}, .positions = {…}}
//
// Parts are articles, groups of articles, or stretches between lines that match an expression.
// Memory: 8 bytes for each different item of each part, and 4 for each item of the corpus if
// positions are kept. Not bounded by types: measures of dispersion need all of it at the end.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "stats/dispersion_measures.h"
#include "stats/item_reader.h"

namespace re2 {
class RE2;
}

namespace lede::stats {

// The items of one article, read on any thread; numbers of a vocabulary of its own.
struct ArticleItems {
    std::string group;  // cells of --by; or the article's id
    Vocabulary vocabulary;
    ItemSequence items;
    // Where parts begin inside the article, as indexes into the items; empty: it is in one part.
    std::vector<std::size_t> cuts;
};

// Cuts an article at lines that match: the line itself is in no part.
class PartCutter {
  public:
    // Throws std::invalid_argument with what is wrong with the expression (RE2 syntax).
    explicit PartCutter(const std::string& expression);
    ~PartCutter();

    // Removes the items of matching lines and fills `cuts`. Linear.
    void cut(std::string_view text, ArticleItems& article) const;

  private:
    std::unique_ptr<re2::RE2> expression_;
};

class PartCorpus {
  public:
    explicit PartCorpus(bool with_positions) : with_positions_(with_positions) {}

    // Articles of one group are one part, unless they are cut: then each stretch is one.
    void add(const ArticleItems& article);

    // The same from counts without a text: parts first, each of `size` items, then counts in them.
    // Such a corpus has no positions.
    void add_part(std::string name, std::uint64_t size);
    void add_count(std::string_view item, std::uint32_t part, std::uint32_t count);

    struct Posting {
        std::uint32_t part;
        std::uint32_t count;
    };
    struct Part {
        std::string name;
        std::uint64_t size = 0;  // items
    };

    // Puts the postings of each item together; to be called once, after the last `add`.
    void finish();

    // These require finish().
    const std::vector<Part>& parts() const { return parts_; }
    const Vocabulary& vocabulary() const { return vocabulary_; }
    std::vector<Posting> postings(std::uint32_t id) const;
    std::uint64_t frequency(std::uint32_t id) const { return frequencies_[id]; }
    std::uint64_t items() const { return total_; }
    Spread spread(std::uint32_t id) const;

  private:
    std::uint32_t part_of(const std::string& group);
    void add_stretch(const std::vector<std::uint32_t>& ids, std::uint32_t part);

    struct Entry {
        std::uint32_t id;
        Posting posting;
    };

    bool with_positions_;
    Vocabulary vocabulary_;
    Vocabulary groups_;  // the number of a group is that of its part if none is cut
    std::vector<std::uint32_t> part_of_group_;
    std::vector<Part> parts_;
    std::vector<Entry> entries_;  // by part while adding, by item once finished
    std::vector<std::size_t> first_entry_;
    std::vector<std::uint64_t> frequencies_;
    std::vector<std::uint32_t> stream_;
    std::vector<std::uint64_t> positions_;  // of all items, those of an item together
    std::vector<std::size_t> first_position_;
    std::uint64_t total_ = 0;
};

}  // namespace lede::stats
