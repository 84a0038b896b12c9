// Readability: how hard a text is to read, by the length of its words and sentences.
//
//   TextSize size;
//   size.add(document, syllables) …         counts add up over articles and shards
//   find_readability("flesch")->score(size)  ->  64.2
//
// Words are surface tokens with a letter; a sentence is one that has a word. All scores of no text
// are 0. What makes tools differ is how they count sentences and syllables; the counts are shown.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "model/document.h"
#include "stats/measure.h"
#include "stats/syllables.h"

namespace lede::stats {

struct TextSize {
    std::uint64_t articles = 0;
    std::uint64_t sentences = 0;
    std::uint64_t words = 0;
    std::uint64_t characters = 0;  // letters and digits of the words
    std::uint64_t syllables = 0;
    std::uint64_t monosyllables = 0;
    std::uint64_t polysyllables = 0;  // words of 3 and more syllables
    std::uint64_t short_words = 0;    // of 3 characters and fewer
    std::uint64_t long_words = 0;     // of 7 characters and more

    // Requires: tokens and sentences.
    void add(const Document& document, const SyllableCounter& counter);
    TextSize& operator+=(const TextSize& other);
    friend bool operator==(const TextSize&, const TextSize&) = default;
};

struct ReadabilityMeasure {
    Measure is;
    double (*score)(const TextSize&);
};

std::span<const ReadabilityMeasure> readability_measures();

// Null if there is no such measure.
const ReadabilityMeasure* find_readability(std::string_view name);

}  // namespace lede::stats
