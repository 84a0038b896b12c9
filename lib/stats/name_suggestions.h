// Suggestions of names that may be of one thing, or of several: for a person to decide.
//
//   # merge? Donald J. Trump (3 articles) and Donald Trump (40): the same but for middle names
//   Donald J. Trump<TAB>Donald Trump<TAB>PERSON<TAB>wikidata:Q22686
//   # split? John Smith (5 articles): John A. Smith (2) and John B. Smith (1) are named, too
//
// The lines are a list for --names: take out what is wrong, and feed it back. Merges are of people
// whose first and last names agree and whose middle names do not contradict, of a surname alone
// with the one person who has it, of companies but for their legal form, and of initials with the
// one organisation that they abbreviate. Splits cannot be written as a list and are comments.
#pragma once

#include <string>

#include "lexicon/lexicon.h"
#include "stats/name_book.h"

namespace lede::stats {

// The list, with a head that says how to use it. n log n in names.
std::string suggest_names(const NameBook& book, const Lexicon& lexicon);

}  // namespace lede::stats
