// QuoteFinder: who said what in a document, and which quote marks hold no speech.
//
//   “We fell in love,” Trump said, adding that he would go.
//   -> {direct [We fell in love,], speaker [Trump], cue [said]}, {indirect [he would go], …}
//
// Stages: marks are paired (quote_marks.h), reports found by cue verbs and marks (report_finder.h,
// mark_reports.h), speakers resolved to entities (speaker_resolver.h). No parser: the grammar of
// reports is read from word classes and part-of-speech tags.
#pragma once

#include <vector>

#include "lexicon/lexicon.h"
#include "model/document.h"
#include "quotes/word_classes.h"

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

    // Reads text, blocks, tokens, sentences, tags (where computed) and entities of the document.
    // Linear; safe from many threads.
    Quotes find(const Document& document) const;

  private:
    WordClasses classes_;
};

}  // namespace lede::quotes
