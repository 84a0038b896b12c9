// CitationFinder: the references to laws in a document, with their identifiers.
#pragma once

#include <vector>

#include "lexicon/lexicon.h"
#include "model/document.h"

namespace lede::citations {

struct CitationOptions {};

class CitationFinder {
  public:
    CitationFinder(const Lexicon& lexicon, const CitationOptions& options);

    // Reads text, blocks, tokens and sentences of the document. Linear; safe from many threads.
    std::vector<Citation> find(const Document& document) const;
};

}  // namespace lede::citations
