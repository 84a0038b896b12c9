// Counter: tallies of one subject over many articles, by group, and the tables made of them.
//
//   Counter counter({.subject = Subject::kEntities, .top = 20});
//   counter.add(document) …                        on any thread: one counter each
//   total.merge(counter)                           in any order
//   Table table = total.table()                    rows sorted, rates filled in
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "model/document.h"
#include "stats/grouping.h"
#include "stats/items.h"
#include "stats/name_book.h"
#include "stats/table.h"
#include "stats/tally.h"

namespace lede::stats {

struct CounterOptions {
    Subject subject = Subject::kSummary;
    ItemOptions items;
    Grouping by;
    std::size_t top = 0;              // rows of each group; 0: all
    std::uint64_t min_frequency = 0;  // rows with a smaller count are left out
    std::uint64_t min_articles = 0;   // likewise for articles
    std::vector<std::string> terms;   // only items with such a cell: a name, title or link
    bool ascending = false;           // lowest first; a timeline: latest first
};

class Counter {
  public:
    explicit Counter(CounterOptions options) : options_(std::move(options)) {}

    // Requires: the layers of `layers_of(subject)`.
    void add(const Document& document);
    void merge(const Counter& other);

    // Groups in code point order; inside a group by count (quotes: by words; timeline: by
    // period), ties in code point order. `top` takes the first of those that pass the minima (of a
    // timeline the most frequent, still by period). Each row shows the denominators of its rates:
    // articles and words of the group.
    Table table() const;

  private:
    struct Group {
        Tally tally;
        std::uint64_t articles = 0;
        std::uint64_t words = 0;
    };

    void append_rows(const std::string& name, const Group& group, Table& table) const;
    std::vector<Tally::Row> chosen_rows(const Tally& tally) const;
    std::vector<std::string> split_group(const std::string& name) const;
    static void append_rates(std::uint64_t count, const Group& group,
                             std::vector<std::string>& cells);

    bool is_asked(std::string_view key) const;
    void note_names(const Document& document);
    std::vector<std::string> item_cells(std::string_view key) const;

    CounterOptions options_;
    std::map<std::string, Group> groups_;
    NameBook names_{false};  // entities: of their keys
    // citations: by identifier, how often a title stood beside it
    std::map<std::string, std::map<std::string, std::uint64_t>, std::less<>> titles_;
};

}  // namespace lede::stats
