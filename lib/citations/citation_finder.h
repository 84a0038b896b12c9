// CitationFinder: the references to laws in a document, with their identifiers.
//
//   "section 104(a) of Public Law 114-122 (22 U.S.C. 9214)"
//   -> {pl, /us/pl/114/122/s104/a}, {usc, /us/usc/t22/s9214}
//
// Finds codes, statutes, regulations, bills, orders, constitutions, named acts and treaties of the
// tables in `data/citations`. It reads the text, the blocks and the publication date; it needs no
// tokens.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "citations/id_styles.h"
#include "lexicon/lexicon.h"
#include "model/document.h"

namespace lede::citations {

struct LawBook;
class PatternFinder;

struct CitationOptions {
    IdStyle id_style = IdStyle::kUslm;
    std::vector<std::string> law_files;  // tables of the user's own, see user_laws.h
};

class CitationFinder {
  public:
    // Throws std::runtime_error if a table of the user cannot be read.
    CitationFinder(const Lexicon& lexicon, const CitationOptions& options);
    ~CitationFinder();
    CitationFinder(CitationFinder&&) noexcept;
    CitationFinder& operator=(CitationFinder&&) noexcept;

    // Reads text and blocks of the document. Linear; safe from many threads.
    std::vector<Citation> find(const Document& document) const;

  private:
    std::unique_ptr<const LawBook> book_;
    std::unique_ptr<const PatternFinder> patterns_;
    IdStyle id_style_;
};

}  // namespace lede::citations
