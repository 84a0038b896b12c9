// Units: the stretches of an article inside which things count as standing together.
//
//   --within s    "Kim met Trump. Moon spoke."    Kim and Trump together, Kim and Moon not
#pragma once

#include <cstdint>
#include <vector>

#include "model/document.h"

namespace lede::stats {

enum class Within : std::uint8_t { kArticle, kParagraph, kSentence, kQuote };

// Layers of the document that `unit_spans` reads.
Layers layers_of(Within within);

// The units of an article in text order: all of it; its blocks without the boilerplate; its
// sentences; its quotations.
std::vector<Span> unit_spans(const Document& document, Within within);

// For each place, ascending, the number of the unit that holds it, or kNone. Where units overlap,
// the first counts. Linear.
std::vector<std::uint32_t> units_of(const std::vector<std::uint32_t>& begins,
                                    const std::vector<Span>& units);

}  // namespace lede::stats
