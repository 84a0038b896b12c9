// WordKey: the form under which a word is counted.
//
//   kKeep   "KIM’s" -> "KIM’s"
//   kLower  "KIM’s" -> "kim’s"       Unicode lower case, nothing else: as other tools count
//   kFold   "KIM’s" -> "kim's"       also apostrophes, hyphens and no-break spaces: as searched
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "stats/short_word.h"
#include "text/span.h"

namespace lede::stats {

enum class LetterCase : std::uint8_t { kKeep, kLower, kFold };

class WordKey {
  public:
    explicit WordKey(LetterCase letters) : letters_(letters) {}

    // The form of the word at `span` of `text`. Valid until the next call.
    std::string_view of(std::string_view text, Span span);
    std::string_view of(std::string_view word) { return of(word, make_span(0, word.size())); }

    // The same of a short word in a few operations; false, and nothing done, where `of` is needed:
    // for words that are long or whose letters beyond ASCII may change.
    bool short_of(std::string_view text, Span span, ShortWord& key) const {
        if (span.size() > ShortWord::kLongest) return false;
        ShortWord word = short_word::load(text, span);
        if (letters_ != LetterCase::kKeep) {
            if (!short_word::is_ascii(word)) return false;
            // Of ASCII, both forms are the same.
            word.low = lower_eight(word.low);
            word.high = lower_eight(word.high);
        }
        key = word;
        return true;
    }

  private:
    LetterCase letters_;
    std::string form_;
};

}  // namespace lede::stats
