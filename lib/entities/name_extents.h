// Name extents: where names begin and end, by the words beside them.
//
//   Rep. Al Fox, [R-Texas]                 -> no name: a member's party and state
//   Ana Diaz [met House] Speaker …         -> [House]
//   [Labor Department's Wage Board]        -> [Labor Department]'s [Wage Board]
//   J.P. [Oduya]                           -> [J.P. Oduya]
//   the [Lena Hart] Memorial Library       -> the [Lena Hart Memorial Library]
//   a stake in [Harlow Airlines] Co.       -> [Harlow Airlines Co.]
//   [Hart], [Oduya] & [Lind]               -> [Hart, Oduya & Lind]
//
// Rules of English spelling for what a tagger trained on other texts cuts wrong. Sentences whose
// case tells nothing stay as they are.
#pragma once

#include <vector>

#include "entities/name_tagger.h"
#include "entities/token_view.h"
#include "lexicon/lexicon.h"
#include "model/document.h"

namespace lede::entities {

class NameExtents {
  public:
    explicit NameExtents(const Lexicon& lexicon);

    // Requires: names in text order, without overlaps, as are those it returns. Linear.
    std::vector<TaggedName> mend(const Document& document, const PreparedDocument& prepared,
                                 const std::vector<TaggedName>& names) const;

  private:
    lexicon::Table abbreviations_;  // data/tokens/abbreviations.tsv
};

}  // namespace lede::entities
