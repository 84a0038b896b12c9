// WordKey: the form under which a word is counted.
//
//   kKeep   "KIM’s" -> "KIM’s"
//   kLower  "KIM’s" -> "kim’s"       Unicode lower case, nothing else: as other tools count
//   kFold   "KIM’s" -> "kim's"       also apostrophes, hyphens and no-break spaces: as searched
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "text/span.h"

namespace lede::stats {

enum class LetterCase : std::uint8_t { kKeep, kLower, kFold };

class WordKey {
  public:
    explicit WordKey(LetterCase letters) : letters_(letters) {}

    // The form of the word at `span` of `text`. Valid until the next call. ASCII words cost a few
    // operations for each eight bytes.
    std::string_view of(std::string_view text, Span span);
    std::string_view of(std::string_view word) { return of(word, make_span(0, word.size())); }

  private:
    std::string_view lower_short(std::string_view text, Span span);

    LetterCase letters_;
    char short_[32] = {};
    std::string long_;
};

}  // namespace lede::stats
