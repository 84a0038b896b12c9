// Laws that a text only describes: "a key law passed in 2016", "legislation to increase pressure on
// North Korea".
//
//   -> kind described, fields jurisdiction, year, topic; candidates /us/pl/114/122, …
//
// Never passed off as certain: the candidates are ranked from the tables by year and by the words
// that the text uses. Talk of law in general ("immigration law", "by law") is no citation.
#pragma once

#include <string>
#include <vector>

#include "citations/atoms.h"
#include "citations/scanner.h"

namespace lede::citations {

// A description found by the scanner, before it is ranked.
struct Description {
    Span span;
    std::uint16_t year = 0;  // 0: not said
    Span topic;              // the words that say what it is about; empty: none
    std::string_view place;  // code of the country or state; empty: not said
};

// Reads a description around a noun such as "law"; false if it is no citation.
bool read_description(const Scan& scan, Span noun, Description& description);

// The citation of a description. `context` is the text around it, whose words also count.
Citation describe(const LawBook& book, std::string_view text, const Description& description);

}  // namespace lede::citations
