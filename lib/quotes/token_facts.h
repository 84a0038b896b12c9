// TokenFacts: for each token of a document, what the grammar of reports asks about it.
//
// One pass joins the word classes, the tags (guessed from the shape of the word where the document
// is not tagged), the mentions and the quote marks, so that the patterns read small flags only.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "model/document.h"
#include "quotes/quote_marks.h"
#include "quotes/word_classes.h"

namespace lede::quotes {

enum class Part : std::uint8_t {
    kNoun,
    kName,
    kNumber,
    kAdjective,
    kFinite,
    kNonfinite,
    kAdverb,
    kFunction,
    kPunctuation,
};

enum Shape : std::uint32_t {
    kCapital = 1,
    kComma = 2,
    kStop = 4,  // . ! ? …
    kColon = 8,
    kSemicolon = 16,
    kDashMark = 32,
    kOpenBracket = 64,
    kCloseBracket = 128,
    kQuoteMark = 256,  // begins or ends a marked span
    kGenitive = 512,   // 's of a noun phrase
    kThat = 1024,
    kTo = 2048,
    kUntagged = 4096,  // `part` is a guess
    kAs = 8192,
    kBy = 16384,
    kOf = 32768,
    kPastForm = 65536,      // tagged VBD or VBN
    kIngForm = 131072,      // tagged VBG
    kThirdForm = 262144,    // tagged VBZ
    kPluralNoun = 1048576,  // tagged NNS or NNPS
    kPluralForm = 524288,   // tagged VBP
};

struct TokenFact {
    WordEntry word;
    std::uint32_t shape = 0;
    Part part = Part::kNoun;
    std::uint32_t mark = kNone;     // outermost marked span that holds the token
    std::uint32_t mention = kNone;  // mention that holds the token

    bool is(WordClass c) const { return word.classes & c; }
    bool has(std::uint32_t shapes) const { return shape & shapes; }
    bool is_noun() const {
        return part == Part::kNoun || part == Part::kName || part == Part::kNumber;
    }
    bool is_verb() const { return part == Part::kFinite || part == Part::kNonfinite; }
};

// Parallel to the document's tokens. Linear.
std::vector<TokenFact> read_facts(const Document& document, const WordClasses& classes,
                                  const std::vector<MarkedSpan>& marks);

// What all parts of the room look at. Borrows everything.
struct View {
    const Document& document;
    const WordClasses& classes;
    const std::vector<MarkedSpan>& marks;
    const std::vector<TokenFact>& facts;

    std::uint32_t size() const { return static_cast<std::uint32_t>(facts.size()); }
    // Before the first token and behind the last stands one of which nothing is known.
    const TokenFact& operator[](std::uint32_t i) const {
        static constexpr TokenFact kNothing{.part = Part::kPunctuation};
        return i < facts.size() ? facts[i] : kNothing;
    }
    const CueVerb& verb(std::uint32_t i) const { return classes.verb((*this)[i].word); }
    Span span(std::uint32_t begin, std::uint32_t end) const {
        return {document.tokens[begin].span.begin, document.tokens[end - 1].span.end};
    }
    // "—" and "--", which set off words; "-" joins them.
    bool is_long_dash(std::uint32_t i) const {
        return document.token_text(i) == "—" || document.token_text(i) == "--";
    }
    // First token that begins at or after the byte.
    std::uint32_t token_at(std::uint32_t byte) const;
};

}  // namespace lede::quotes
