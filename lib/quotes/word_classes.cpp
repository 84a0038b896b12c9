#include "quotes/word_classes.h"

#include <algorithm>
#include <array>
#include <stdexcept>

namespace lede::quotes {
namespace {

constexpr std::array<std::string_view, 53> kWordClassNames = {
    "determiner",  "possessive",   "pronoun",     "personal",     "object",     "preposition",
    "coordinator", "subordinator", "wh",          "relative",     "be",         "have",
    "do",          "finite",       "modal",       "auxiliary",    "negation",   "adverb",
    "time",        "addressee",    "refusing",    "hypothetical", "raising",    "conditional",
    "naming-noun", "elision",      "self",        "according",    "source",     "you",
    "it",          "reflexive",    "body",        "place",        "amount",     "definite",
    "feeling",     "linking",      "making",      "made",         "expressing", "interview",
    "shifted",     "shell",        "absolute",    "inscribed",    "least",      "contrast",
    "people",      "topic",        "introducing", "composing",    "rough"};
constexpr std::array<std::string_view, 5> kCueClassNames = {"speech", "attitude", "evidence",
                                                            "manner", "naming"};
constexpr std::array<std::string_view, 6> kCueNounNames = {"speech", "attitude", "evidence",
                                                           "medium", "promise",  "opinion"};
constexpr std::string_view kFrameLetters = "ctwoOqivnafpbAgNTQB";  // in the order of Frame

template <typename Visit>
void for_each_part(std::string_view cell, Visit visit) {
    while (true) {
        const std::size_t bar = cell.find('|');
        visit(cell.substr(0, bar));
        if (bar == std::string_view::npos) return;
        cell.remove_prefix(bar + 1);
    }
}

// Position of `name` in `names`. Throws if it is not there.
template <typename Names>
std::uint32_t index_in(const Names& names, std::string_view name) {
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end())
        throw std::runtime_error("quotes: unknown class \"" + std::string(name) + "\"");
    return static_cast<std::uint32_t>(found - names.begin());
}

std::uint32_t frame_index(char letter) {
    const std::size_t index = kFrameLetters.find(letter);
    if (index == std::string_view::npos)
        throw std::runtime_error(std::string("quotes: unknown frame \"") + letter + "\"");
    return static_cast<std::uint32_t>(index);
}

}  // namespace

WordClasses::WordClasses(const Lexicon& lexicon) {
    read_words(lexicon.table("quotes/words"));
    read_nouns(lexicon.table("quotes/cue_nouns"));
    read_cues(lexicon.table("quotes/cues"));
}

WordEntry WordClasses::of(std::string_view folded) const {
    const auto found = entries_.find(folded);
    return found == entries_.end() ? WordEntry{} : found->second;
}

WordEntry& WordClasses::entry(std::string_view word) { return entries_[std::string(word)]; }

void WordClasses::read_words(const lexicon::Table& table) {
    for (std::uint32_t row = 0; row < table.rows(); ++row)
        for_each_part(table.cell(row, 1), [&](std::string_view name) {
            entry(table.cell(row, 0)).classes |= 1ULL << index_in(kWordClassNames, name);
        });
}

void WordClasses::read_nouns(const lexicon::Table& table) {
    for (std::uint32_t row = 0; row < table.rows(); ++row)
        for_each_part(table.cell(row, 1), [&](std::string_view name) {
            WordEntry& noun = entry(table.cell(row, 0));
            noun.noun = static_cast<std::uint8_t>(noun.noun | 1U << index_in(kCueNounNames, name));
        });
}

void WordClasses::read_cues(const lexicon::Table& table) {
    for (std::uint32_t row = 0; row < table.rows(); ++row) {
        CueVerb verb{.lemma = std::string(table.cell(row, 0))};
        verb.cue_class = static_cast<CueClass>(index_in(kCueClassNames, table.cell(row, 5)));
        for (const char letter : table.cell(row, 6))
            if (letter != '-') verb.frames |= 1U << frame_index(letter);
        verbs_.push_back(verb);
        for (std::uint32_t column = 0; column < 5; ++column)
            for_each_part(table.cell(row, column), [&](std::string_view form) {
                WordEntry& cue = entry(form);
                cue.cue = static_cast<std::uint16_t>(verbs_.size());
                cue.forms = static_cast<std::uint8_t>(cue.forms | 1U << column);
            });
    }
}

}  // namespace lede::quotes
