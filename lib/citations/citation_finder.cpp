#include "citations/citation_finder.h"

namespace lede::citations {

CitationFinder::CitationFinder(const Lexicon&, const CitationOptions&) {}

std::vector<Citation> CitationFinder::find(const Document&) const { return {}; }

}  // namespace lede::citations
