// Entity scores: named things of records against BIO gold, and who is who
// against coreference gold.
//
//   MICRO  PER  ORG  LOC  MISC    exact span and type (conlleval, Tjong Kim
//   Sang 2003) span, any type                exact span
//
// Types of records and gold are compared after a table of names ("GPE" and
// "FAC" are LOC); MONEY and what else the table gives no type is left out. A
// span of a record is taken to the gold tokens that it touches; of spans that
// overlap, the longer counts.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "evaluation/bio_text.h"
#include "evaluation/records.h"
#include "evaluation/tally.h"
#include "lexicon/lexicon.h"

namespace lede::evaluation {

// `types`: score these types only; empty: all that the gold or the records
// have.
Scores score_entities(std::span<const BioDocument> gold, const std::vector<Record>& system,
                      const Lexicon& lexicon, const std::vector<std::string>& types = {});

// Name coreference inside an article: "links" between mentions of one thing;
// "hard links" between mentions whose strings differ ("Donald Trump", "Trump");
// "hard, both found" among mentions that the record has. "found" is the share
// of gold mentions that the record has, with the same end and a begin at most
// 40 bytes away.
Scores score_name_links(const std::vector<Record>& gold, const std::vector<Record>& system);

}  // namespace lede::evaluation
