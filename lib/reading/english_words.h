// English by its commonest words: whether a text is so full of them that no detector need be asked.
//
//   words.fill("The ministers said that they would not be drawn on the talks which …")  -> true
//   words.fill("De ministers zeiden dat zij niet wilden ingaan op de …")               -> false
//
// A text of another language, a list of names or a short line is not called anything here: false
// means that `identify_language` must say. Running English has a fifth to a third of these words.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "lexicon/lexicon.h"

namespace lede::reading {

class EnglishWords {
  public:
    // Throws std::runtime_error where a word of data/reading/english_words.tsv is longer than 8
    // letters.
    explicit EnglishWords(const Lexicon& lexicon);

    // Reads at most the first 4 KiB, as the detector does. Safe from many threads.
    bool fill(std::string_view text) const;

  private:
    static constexpr std::size_t kSlots = 512;
    static std::size_t slot_of(std::uint64_t key) {
        return static_cast<std::size_t>((key * 0x9E3779B97F4A7C15ULL) >> 55);
    }
    bool holds(std::uint64_t key) const;

    std::array<std::uint64_t, kSlots> keys_{};  // letters of a word, packed; 0: none
};

}  // namespace lede::reading
