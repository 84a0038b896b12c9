// ReportCounter: everything that a report counts in any order of the articles, in one pass.
//
//   ReportCounter counter(rule);
//   counter.add(document) …          one counter for each thread
//   total.merge(counter)
//
// Where things stand needs the order of the input: see ItemPlaces.
#pragma once

#include "stats/cooccurrence.h"
#include "stats/counter.h"
#include "stats/quoted_words.h"

namespace lede::stats {

class ReportCounter {
  public:
    // `words` are those of the keywords; `by` is empty.
    explicit ReportCounter(const ItemRule& words);

    // The layers that all parts of it read.
    static Layers layers(const ItemRule& words);

    // Requires: these layers. Not for several threads at once.
    void add(const Document& document);
    void merge(const ReportCounter& other);

    Counter summary;
    Counter timeline;
    Counter quotes;
    Counter citations;
    Cooccurrence names;
    QuotedWords words;
};

}  // namespace lede::stats
