// Cooccurrence: which things are named together: who cites what, who is named with whom.
//
//   Cooccurrence counter({.first = speakers, .second = citations, .within = Within::kSentence});
//   counter.add(document) …          one counter for each thread
//   total.merge(counter)
//   total.table(filter, measures)    "Kim", "/us/usc/t22", together in 4 sentences, 12 and 5, of 90
//
// Unlike PairCounter, which counts places in windows, this counts units: a pair counts once in a
// unit, however often its things stand there. With one kind for both, pairs have no direction.
#pragma once

#include <vector>

#include "stats/item_reader.h"
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

// A pair of things as a row: numbers of units.
struct Together {
    std::string_view first;
    std::string_view second;
    Contingency units;
};

class Cooccurrence {
  public:
    explicit Cooccurrence(CooccurrenceOptions options);

    // Requires: the layers of both rules and of the unit. Not for several threads at once.
    void add(const Document& document);
    void merge(const Cooccurrence& other);

    // Pairs that pass the filter, by the score's size; ties in code point order. Views are valid
    // until the next `add`.
    std::vector<Together> pairs(const RowFilter& filter, const AssociationMeasure& rank,
                                const AssociationOptions& scores);

    std::uint64_t units() const { return units_; }

  private:
    // One kind of thing: its numbers, and in how many units each stands.
    struct Side {
        explicit Side(const ItemRule& rule) : reader(rule) {}
        ItemReader reader;
        Vocabulary vocabulary;
        std::vector<std::uint64_t> units;
        // Pairs of unit and thing in the article at hand, sorted, each once.
        std::vector<std::pair<std::uint32_t, std::uint32_t>> seen;
        void read(const Document& document, const std::vector<Span>& spans);
        std::vector<std::uint32_t> merge(const Side& other);
    };

    CooccurrenceOptions options_;
    bool one_kind_;
    Side first_;
    Side second_;
    PairTable pairs_;
    std::uint64_t units_ = 0;
};

// Both things, units with both, expected, with each, scores, all units.
Table cooccurrence_table(const std::vector<Together>& pairs,
                         const std::vector<const AssociationMeasure*>& measures,
                         const AssociationOptions& scores, std::string_view first_name,
                         std::string_view second_name);

}  // namespace lede::stats
