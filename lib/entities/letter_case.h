// Letter case: whether a sentence's capitals tell anything, and the pattern of a word's letters.
//
//   "TRUMP MEETS KIM IN HANOI" and "Why Trump Needs to Raise Rights" -> caseless
//   word_shape("Mc-Donald’s2") -> "Xx-Xx’x0"
#pragma once

#include <string>
#include <string_view>

#include "model/document.h"

namespace lede::entities {

bool begins_with_capital(std::string_view word);
bool begins_with_letter(std::string_view word);

// True for headlines, all capitals and all small letters: most words of four letters or more agree
// in case although they are many enough not to.
bool is_caseless(const Document& document, const Sentence& sentence);

// Capitals as X, small letters as x, digits as 0, runs of each at most twice, others as they are.
void word_shape(std::string_view word, std::string& out);

}  // namespace lede::entities
