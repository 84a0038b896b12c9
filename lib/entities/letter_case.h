// Letter case: whether a sentence's capitals tell anything, and the pattern of a word's letters.
//
//   "TRUMP MEETS KIM IN HANOI" and "Why Trump Needs to Raise Rights" -> caseless
//   word_shape("Mc-Donald’s2") -> "Xx-Xx’x0"
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "model/document.h"

namespace lede::entities {

bool begins_with_capital(std::string_view word);
bool begins_with_letter(std::string_view word);

// Counts the words of a sentence whose case may tell something.
class CaseCount {
  public:
    // A token of `size` bytes that begins with a letter, a capital; `telling`: a short small word
    // that a headline would begin with a capital ("met").
    void add(std::size_t size, bool letter, bool capital, bool telling = false) {
        any_capital_ = any_capital_ || capital;
        any_telling_ = any_telling_ || telling;
        if (size < 4 || !letter) return;
        ++words_;
        capitals_ += capital;
    }
    // As below, after all tokens of the sentence were added.
    bool is_caseless(const Document& document, const Sentence& sentence) const;

  private:
    std::size_t words_ = 0;
    std::size_t capitals_ = 0;
    bool any_capital_ = false;
    bool any_telling_ = false;
};

// True for headlines, all capitals and all small letters: most words of four letters or more agree
// in case although they are many enough not to.
bool is_caseless(const Document& document, const Sentence& sentence);

// Capitals as X, small letters as x, digits as 0, runs of each at most twice, others as they are.
void word_shape(std::string_view word, std::string& out);

}  // namespace lede::entities
