// The words that phrases are matched by: runs of letters and digits, every other visible character
// alone, white space dropped.
//
//   "the U.N.’s 1st" -> the|U|.|N|.|’|s|1st
//
// Finer than tokens and independent of them, so that a phrase list and an article are always cut
// alike, whatever the tokenizer does.
#pragma once

#include <string_view>
#include <vector>

#include "text/span.h"

namespace lede::lexicon {

// Appends the words of `text` to `words`. Linear.
void split_phrase_words(std::string_view text, std::vector<Span>& words);

}  // namespace lede::lexicon
