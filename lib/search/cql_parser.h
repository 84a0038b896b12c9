// The token syntax of queries: the corpus query language of CQP, and what Sketch Engine added.
//
//   [lower="sanctions?"]  "Human"%c  []{0,6}  ([a] | [b] [c])+       tokens and their order
//   [upos="PROPN" & !(lemma="kim")]                                  conditions of one token
//   <s> </s>  <text_date="1865">  <quote speaker="Trump"/>           bounds and whole regions
//   a:[] "and" b:[] :: a.lower = b.lower & distance(a,b) < 4         labels
//   … within s   … within 3 s   … containing [lower="kim"]           surroundings
//   MU(meet [lower="law"] [lower="sanctions"] s)                     two words near each other
//
// CQP: S. Evert, The CWB Corpus Query Language (CQP) Manual, 3.5.
#pragma once

#include <string_view>
#include <variant>

#include "search/pattern.h"
#include "search/query.h"

namespace lede::search {

// Whether a query is meant as tokens where the user did not say: it begins with a bracket, a tag, a
// label or "MU(".
bool looks_like_cql(std::string_view text);

std::variant<PatternQuery, QueryError> parse_cql(std::string_view text);

}  // namespace lede::search
