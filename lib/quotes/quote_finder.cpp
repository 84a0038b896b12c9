#include "quotes/quote_finder.h"

namespace lede::quotes {

QuoteFinder::QuoteFinder(const Lexicon&, const QuoteOptions&) {}

Quotes QuoteFinder::find(const Document&) const { return {}; }

}  // namespace lede::quotes
