// Complement: what follows a cue: a clause, a quotation, or only where and when it was said.
//
//   "said in a statement on Monday that [the deal is dead]"   a clause
//   "told reporters: [“We won.”]"                             a quotation
//   "said on Monday."                                         nothing: the content stands before
#pragma once

#include "quotes/report.h"

namespace lede::quotes {

enum class ComplementKind : std::uint8_t {
    kNothing,  // the verb phrase ends
    kClause,
    kMark,        // a marked span after a comma, a colon or the cue itself
    kInfinitive,  // "to build a wall"
    kObject,      // something that is no content: "said a prayer"
};

struct Complement {
    ComplementKind kind = ComplementKind::kNothing;
    std::uint32_t begin = 0;  // first token of the content
    std::uint32_t end = 0;    // where reading stopped: end of cue, addressee and adjuncts
    bool apart = false;       // a comma or colon stands before the content
};

// Reads on from the cue, not reaching `end`. Looks at most 40 tokens ahead.
Complement read_complement(const View& view, std::uint32_t cue, std::uint32_t end);

// The same from a later token, e.g. behind an inverted subject.
Complement read_complement_from(const View& view, std::uint32_t cue, std::uint32_t from,
                                std::uint32_t end);

// Whether a clause with a subject and a finite verb begins at `begin`. `loose` takes any finite
// verb before `end` as proof.
bool is_clause(const View& view, std::uint32_t begin, std::uint32_t end, bool loose);

// Where the first name of the phrase ends, if a clause begins behind it: "told the Post Ann Lee
// had left" and "According to the Post Ann Lee has left"; else the phrase's end.
std::uint32_t first_name_end(const View& view, const NounPhrase& phrase, std::uint32_t end);

// Whether any finite verb stands in [begin, end), marked spans included.
bool has_finite(const View& view, std::uint32_t begin, std::uint32_t end);

// Whether the token opens its marked span.
bool opens_mark(const View& view, std::uint32_t token);

// Whether the marked span may be the title of a work: a capital on every word but the small ones,
// and no mark of a sentence's end.
bool is_title(const View& view, std::uint32_t mark);

// One past the last token of the marked span.
std::uint32_t mark_end(const View& view, std::uint32_t mark);

}  // namespace lede::quotes
