// SmallWords: what words do inside, behind and before names (entities/small_words.tsv).
//
//   words.roles("jr.") -> kPersonSuffix      words.roles("said") -> kSpeech
//
// It does not tell what a name stands for: entities/name_words.tsv does.
#pragma once

#include <cstdint>
#include <string_view>

#include "lexicon/lexicon.h"

namespace lede::entities {

enum SmallWordRole : std::uint16_t {
    kPersonSuffix = 1,   // a person's name can do without it: "Sanford D. Bishop, Jr."
    kCompanySuffix = 2,  // "Harlow Systems Inc."
    kSettlement = 4,     // a place's name can do without it: "Kano State", "Republic of Karelia"
    kJoint = 8,          // acronyms may leave it out: "of"
    kInsideNames = 16,   // small, inside a name: "von"
    kSpeech = 32,        // "said"
    kBeforePlaces = 64,  // stands before places: "in"
    kInHeadlines = 128,  // headlines leave it small: "for" (Chicago Manual of Style, 8.159)
};

class SmallWords {
  public:
    explicit SmallWords(const Lexicon& lexicon);

    // Bits of SmallWordRole; 0 for any other word. Requires: `folded` is folded. Safe from many
    // threads.
    std::uint16_t roles(std::string_view folded) const;
    bool is(SmallWordRole role, std::string_view folded) const {
        return (roles(folded) & role) != 0;
    }

  private:
    lexicon::Table table_;
};

}  // namespace lede::entities
