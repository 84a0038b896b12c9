// TenseReader: whether a date stands beside what has happened or what is to
// come.
//
//   "The court ruled on Monday"            past
//   "The court will be asked on Monday"    future
//
// Reads closed-class cues and regular past forms (data/dates/tense.tsv) around
// the date, not tags: the nearest verb group before it in the sentence, else
// the nearest after it. A participle under a modal or "to" is to come.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "dates/atoms.h"
#include "dates/resolver.h"
#include "lexicon/lexicon.h"
#include "text/eight_bytes.h"

namespace lede::dates {

class TenseReader {
  public:
    explicit TenseReader(const Lexicon& lexicon);

    // The direction of each atom that is a cue, kUnknown for the others. Linear
    // in the atoms.
    void read(std::string_view text, const std::vector<Atom>& atoms,
              std::vector<Direction>& cues) const;

    // The direction for a date over atoms [begin, end), from the cues around it.
    static Direction around(const std::vector<Direction>& cues, std::size_t begin, std::size_t end);

  private:
    enum class Cue : std::uint8_t {
        kNone,
        kPast,
        kFuture,
        kBase,
        kBaseOrNoun,
        kThird,
        kPlanned,
        kPaused,
        kUntil,
        kPresent,
        kDeterminer,
        kPronoun
    };
    struct Entry {
        SixteenBytes word;
        Cue cue = Cue::kNone;
    };
    void add(std::string_view word, Cue cue);
    Cue find(SixteenBytes word) const;
    Cue cue_at(std::string_view text, const std::vector<Atom>& atoms, std::size_t at) const;
    bool follows_subject(std::string_view text, const std::vector<Atom>& atoms, std::size_t at,
                         Cue form) const;

    std::vector<Entry> entries_;  // open addressing; kNone: free
};

}  // namespace lede::dates
