// Atoms: a sentence cut for the date grammar.
//
//   "Feb. 27's six-week, 3pm"   Feb.|27|'s|six|-|week|,|3|pm
//
// Finer than tokens where dates need it ("3pm", "mid-March", "2017-18") and
// coarser where a date is one thing ("2019-02-20", "p.m.", "1990s"). Every atom
// is a word of the grammar, a numeral with its shape, or something that no date
// contains.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "dates/grammar.h"
#include "dates/numeral.h"
#include "text/span.h"

namespace lede::dates {

enum class AtomKind : std::uint8_t { kWord, kNumeral, kMark };

struct Atom {
    Span span;
    const Word* word = nullptr;  // of the grammar; nullptr: a word or mark it does not know
    AtomKind kind = AtomKind::kMark;
    NumeralShape shape = NumeralShape::kOpaque;
    bool spaced = false;   // white space before it
    bool capital = false;  // a word that begins with an upper case letter
    bool trigger = false;  // an expression can grow from it

    // Whether a date may contain it.
    bool known() const {
        return word != nullptr || (kind == AtomKind::kNumeral && shape != NumeralShape::kOpaque);
    }
};

// Appends the atoms of text[sentence] to `atoms`. Returns whether any of them
// is a trigger. Linear.
bool cut_atoms(const Grammar& grammar, std::string_view text, Span sentence,
               std::vector<Atom>& atoms);

}  // namespace lede::dates
