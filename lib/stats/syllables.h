// Syllables: how many a word of English has, by its spelling.
//
//   "table" -> 2    "created" -> 3    "walked" -> 1    "Kyiv" -> 2
//
// Every run of vowel letters is a group; rules of data/stats/ vote by the letters around it for the
// number of its syllables: none for the "e" of "made", two for the "ia" of "Ian". No dictionary.
// The rules are learned from one half of a pronouncing dictionary; of the words of the other half,
// 95 or 96 of 100 come out right.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <unordered_map>

#include "lexicon/lexicon.h"

namespace lede::stats {

class SyllableCounter {
  public:
    explicit SyllableCounter(const Lexicon& lexicon);

    // At least 1 for a word with a letter, in any case; 0 for none. Marks and digits part a word;
    // letters beyond ASCII count as the vowel or consonant that they are built on, if known.
    // Linear; safe from many threads.
    std::uint32_t count(std::string_view word) const;

  private:
    std::uint32_t count_letters(std::string_view letters) const;
    std::uint32_t count_group(std::string_view word, std::size_t begin, std::size_t end) const;

    Lexicon lexicon_;  // keeps the bytes of the rules
    // Votes for 0, 1, 2 and 3 syllables, in quarters.
    using Votes = std::array<std::int16_t, 4>;
    std::unordered_map<std::string_view, Votes> rules_;
};

}  // namespace lede::stats
