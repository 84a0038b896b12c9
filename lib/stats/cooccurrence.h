// Cooccurrence: which things are named together: who cites what, who is named with whom.
//
//   Cooccurrence counter({.first = speakers, .second = citations, .within = Within::kSentence});
//   counter.add(document) …          one counter for each thread
//   total.merge(counter)
//   total.pairs(filter, rank)        "Kim", "/us/usc/t22", together in 4 sentences, 12 and 5, of 90
//
// Unlike PairCounter, which counts places in windows, this counts units: a pair counts once in a
// unit, however often its things stand there. With one kind for both, pairs have no direction.
// Names are those of identity keys (relations/identity.h): "U.S." and "United States" are one; a
// law that is named is the one that is cited there, and does not stand with itself.
#pragma once

#include <map>
#include <string_view>
#include <utility>
#include <vector>

#include "stats/item_reader.h"
#include "stats/name_book.h"
#include "stats/pair_table.h"
#include "stats/row_filter.h"
#include "stats/spread_tables.h"
#include "stats/units.h"

namespace lede::stats {

struct CooccurrenceOptions {
    ItemRule first;
    ItemRule second;
    Within within = Within::kSentence;
};

// Layers of the document that counting reads.
Layers layers_of(const CooccurrenceOptions& options);

// A pair of things as a row.
struct Together {
    std::string_view first;
    std::string_view second;
    Contingency units;           // numbers of units
    std::uint64_t articles = 0;  // that hold such a unit
    std::uint64_t quotes = 0;    // quotations that hold both, whatever the unit
    std::string_view first_key;  // of a name; of anything else, the thing itself
    std::string_view second_key;
};

// A unit of an article and the number of a thing that stands in it.
using Standing = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

// Sorted, each once.
Standing standing_in(const std::vector<Span>& units, const ItemSequence& items);

class Cooccurrence {
  public:
    explicit Cooccurrence(CooccurrenceOptions options);

    // Requires: the layers of `layers_of(options)`. Not for several threads at once.
    void add(const Document& document);
    void merge(const Cooccurrence& other);

    // Pairs that pass the filter, by the score's size; ties in code point order. Views are valid
    // until the next `add`.
    std::vector<Together> pairs(const RowFilter& filter, const AssociationMeasure& rank,
                                const AssociationOptions& scores);

    std::uint64_t units() const { return units_; }
    const NameBook& names() const { return names_; }

  private:
    // One kind of thing: its numbers, and in how many units each stands.
    struct Side {
        explicit Side(const ItemRule& rule) : reader(rule) {}
        ItemReader reader;
        Vocabulary vocabulary;
        std::vector<std::uint64_t> units;
        ItemSequence items;  // of the article at hand
        Standing standing;
        void read(const Document& document, const std::vector<Span>& spans);
        std::vector<std::uint32_t> merge(const Side& other);
    };
    struct Keys {
        std::string_view first, second;
        friend auto operator<=>(const Keys&, const Keys&) = default;
    };

    const Side& second() const { return one_kind_ ? first_ : second_; }
    void add_quotes(const Document& document);
    // The keys of two numbers; with one kind for both, in the order of their names.
    Keys keys_of(std::uint32_t first, std::uint32_t second) const;
    std::map<Keys, Together> all_pairs();

    CooccurrenceOptions options_;
    bool one_kind_;
    Side first_;
    Side second_;
    PairTable pairs_;     // by units
    PairTable articles_;  // by articles
    PairTable quotes_;    // by quotations
    NameBook names_{false};
    std::uint64_t units_ = 0;
};

// Both things, units with both, articles and quotations with both, expected units, units with each,
// scores, all units.
Table cooccurrence_table(const std::vector<Together>& pairs,
                         const std::vector<const AssociationMeasure*>& measures,
                         const AssociationOptions& scores, std::string_view first_name,
                         std::string_view second_name);

}  // namespace lede::stats
