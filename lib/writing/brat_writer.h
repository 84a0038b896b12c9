// BratWriter: a Document as brat standoff (https://brat.nlplab.org/standoff.html).
//
//   T1	PERSON 0 8	Kim Jong            R1	Speaker Arg1:T7 Arg2:T1
//   #1	AnnotatorNotes T1	wikidata:Q56226
//
// Mentions, dates, quotations with speaker and cue, and citations become text-bound annotations;
// mentions of one thing are an Equiv; what else is known stands in a note. Offsets are code points,
// as brat counts. Sentences, tokens and blocks have no place in this format.
#pragma once

#include <string>

#include "model/document.h"
#include "writing/document_format.h"

namespace lede::writing {

class BratWriter : public DocumentFormat {
  public:
    // Appends cells (cells.h), one row: the article's id, the text file, the annotation file.
    void append(const Document& document, std::string& out) const override;
};

// The annotation file alone. Linear.
std::string brat_annotations(const Document& document);

}  // namespace lede::writing
