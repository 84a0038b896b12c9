// ReferenceMemory: the instruments that a text has cited so far, for its short forms.
//
//   after "Clean Air Act" and "ICCPR":  find("that Act") -> the former, find("the covenant") ->
//   ICCPR
//
// Keeps the last sixteen different instruments, so that every look-up is bounded.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "citations/atoms.h"

namespace lede::citations {

class ReferenceMemory {
  public:
    struct Antecedent {
        std::uint32_t base = kNone;  // index into Atoms::bases
        std::uint32_t law = kNone;
        Heads heads = 0;
        std::uint16_t year = 0;  // 0: not known
        Grammar grammar = Grammar::kNone;
        std::uint32_t end = 0;           // of its last mention
        std::uint32_t citation = kNone;  // its last citation
    };

    // Puts the instrument in front; an equal one (same base or same law) is replaced.
    void remember(const Antecedent& antecedent);

    // The latest instrument that one of the nouns can mean, of that year if one is given.
    const Antecedent* find(Heads wanted, std::uint16_t year) const;

    // The latest whose identifiers go on with sections (`articles` false) or articles.
    const Antecedent* holding(Level level, bool dotted = false) const;

    // The latest of all.
    const Antecedent* last() const { return recent_.empty() ? nullptr : &recent_.back(); }

    bool knows(std::uint32_t law) const;

  private:
    std::vector<Antecedent> recent_;  // latest last
};

}  // namespace lede::citations
