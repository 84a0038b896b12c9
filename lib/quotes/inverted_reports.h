// InvertedReports: reports whose verb stands before its subject.
//
//   "“We won,” [said Ann Lee], “and it shows.”"      "Turnout was low, [say experts]"
//   "Every spring, [said Ann Lee], who runs the diner, candidates come"
//   "[Said Ann Lee], “We won.”"
#pragma once

#include "quotes/predications.h"

namespace lede::quotes {

class InvertedReports : public Predications {
  protected:
    using Predications::Predications;

    // Returns the token to read on from, or 0 if the cue begins no such report.
    std::uint32_t read_inverted(std::uint32_t cue, const CueVerb& verb);

  private:
    // "Said Senator Lee, “We lost.”" at the sentence's begin.
    std::uint32_t read_opening(std::uint32_t cue, const CueVerb& verb);

    // "…, say experts."
    bool is_plural_inversion(std::uint32_t cue) const;

    // A clause without marks goes before "said the mayor"; "…, found her calling" is no inversion.
    bool may_invert(const CueVerb& verb, const NounPhrase& speaker) const;

    // Whether the inverted subject may end before the token.
    bool ends_inversion(std::uint32_t after) const;
};

}  // namespace lede::quotes
