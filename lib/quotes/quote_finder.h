// QuoteFinder: who said what in a document.
#pragma once

#include <vector>

#include "lexicon/lexicon.h"
#include "model/document.h"

namespace lede::quotes {

// Both layers that the room adds.
struct Quotes {
    std::vector<Quote> quotes;
    std::vector<Span> nonspeech;
};

struct QuoteOptions {};

class QuoteFinder {
  public:
    QuoteFinder(const Lexicon& lexicon, const QuoteOptions& options);

    // Reads text, tokens, sentences, tags (where computed) and entities of the document. Linear; safe from many threads.
    Quotes find(const Document& document) const;
};

}  // namespace lede::quotes
