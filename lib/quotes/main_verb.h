// The verb of a clause, as against the verbs of clauses inside its subject and its objects.
//
//   "the chances of those who were trapped had fallen"   had, not were
//   "he took the money | was false"                      took, and behind that clause: was
//
// A count of words that open clauses ("who", "because", "he") against finite verbs, no parser.
#pragma once

#include "quotes/token_facts.h"

namespace lede::quotes {

// The finite verb of the clause that begins at `begin`; kNone if there is none before its comma,
// semicolon or `end`. What opens the clause ("that", "if") is not part of it. Looks at most 100
// tokens ahead.
std::uint32_t main_verb(const View& view, std::uint32_t begin, std::uint32_t end);

// The first finite verb behind the clause whose own verb is at `verb` that belongs to no clause
// inside it: the verb whose subject the whole clause is a part of. kNone if there is none.
std::uint32_t verb_behind_clause(const View& view, std::uint32_t verb, std::uint32_t end);

}  // namespace lede::quotes
