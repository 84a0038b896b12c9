// Concordance: hits with their context, as lines for people (KWIC), JSON or TSV.
//
//   river.txt    of the county. They call it  Dad’s joke  now.                      (KWIC)
//   {"id":"river.txt","hit":1,"published":"2021-11-15","left":"…","text":"Dad’s joke",…}
//
// Context is so many characters on each side, or the rest of the sentence or paragraph. White
// space in context is shown as single blanks and control characters are left out, so that no
// article can drive a terminal.
#pragma once

#include <cstdint>
#include <string>

#include "model/document.h"
#include "search/matcher.h"
#include "search/pattern_search.h"

namespace lede::search {

enum class HitFormat : std::uint8_t { kKwic, kJson, kTsv, kMatch, kPositions, kColumns };

struct ConcordanceOptions {
    HitFormat format = HitFormat::kKwic;
    std::uint32_t context = 40;          // characters on each side
    std::optional<Unit> context_unit;    // instead: to the bounds of the sentence, paragraph
    std::uint32_t sentences_before = 0;  // kKwic: whole sentences around that of the hit
    std::uint32_t sentences_after = 0;
    bool sentence_numbers = false;  // kKwic: "id:12:", counted from 1
    bool color = false;
};

// Where hits stand, in tokens of the document. Requires: its tokens. A token counts if the hit
// touches it.
std::vector<TokenHit> token_positions(const Document& document, const std::vector<Hit>& hits);

// The sentence that holds the byte, or kNone.
std::uint32_t sentence_at(const Document& document, std::uint32_t byte);

// The header line of TSV, whose begin and end count characters of the text, and token_begin and
// token_end its tokens (half-open, empty where tokens were not asked for); nothing for other
// formats.
std::string concordance_header(HitFormat format);

// Appends one line for each hit; nothing for kPositions and
// kColumns. Requires: hits of this document, in text
// order.
void append_concordance(const Document& document, const std::vector<Hit>& hits,
                        const ConcordanceOptions& options, std::string& out);

}  // namespace lede::search
