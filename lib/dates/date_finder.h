// DateFinder: the temporal expressions of a document, with TIMEX3 values.
#pragma once

#include <vector>

#include "lexicon/lexicon.h"
#include "model/document.h"

namespace lede::dates {

struct DateOptions {};

class DateFinder {
  public:
    DateFinder(const Lexicon& lexicon, const DateOptions& options);

    // Reads text, tokens, sentences, tags (where computed) and citations of the document. Linear; safe from many threads.
    std::vector<Timex> find(const Document& document) const;
};

}  // namespace lede::dates
