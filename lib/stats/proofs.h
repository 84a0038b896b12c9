// Proofs: the sentences of an article in which two things stand together; what a row of cross
// counts.
//
//   Proofs proofs({speakers, citations, Within::kQuote}, pairs);
//   proofs.of(document)   ->   {pair 0, "“The Arms Trade Treaty binds us,” Ms. Hale said."}
//
// One for each unit. Where the unit is longer than a sentence, those of its sentences that hold
// one of the two are given, with " … " between.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "stats/cooccurrence.h"

namespace lede::stats {

struct Proof {
    std::size_t pair = 0;  // its place among the pairs
    std::string text;      // white space collapsed
};

class Proofs {
  public:
    // Not for several threads at once; the pairs' keys are copied.
    Proofs(const CooccurrenceOptions& options, const std::vector<Together>& pairs);

    // Sorted by pair, then in text order.
    // Requires: the layers of `layers_of(options)`, and sentences.
    std::vector<Proof> of(const Document& document);

  private:
    // Numbers of the wanted things, as an article numbers them.
    struct Side {
        explicit Side(const ItemRule& rule) : reader(rule) {}
        ItemReader reader;
        Vocabulary wanted;
        ItemSequence items;  // of the article at hand, only those wanted
        Standing standing;
        void read(const Document& document, const std::vector<Span>& units);
    };

    std::string text_of(const Document& document, Span unit, std::uint32_t first,
                        std::uint32_t second) const;

    CooccurrenceOptions options_;
    Side first_;
    Side second_;
    std::unordered_map<std::uint64_t, std::size_t> pairs_;  // of two numbers
};

}  // namespace lede::stats
