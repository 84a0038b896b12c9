// The words that phrases are matched by: runs of letters and digits, every other visible character
// alone, white space dropped.
//
//   "the U.N.’s 1st" -> the|U|.|N|.|’|s|1st
//
// Finer than tokens and independent of them, so that a phrase list and an article are always cut
// alike, whatever the tokenizer does.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace lede::lexicon {

// The first word that begins at `at` or later and before `end`; it begins at `end` if there is
// none. Requires: at <= end <= text.size().
Span next_phrase_word(std::string_view text, std::size_t at, std::size_t end);

// Appends the words of `text` to `words`. Linear.
void split_phrase_words(std::string_view text, std::vector<Span>& words);

// The words of `text`, case-folded. Linear.
std::vector<std::string> folded_phrase_words(std::string_view text);

}  // namespace lede::lexicon
