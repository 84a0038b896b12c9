// The bag syntax of queries.
//
//   sanctions korea          both, anywhere in the article       OR, -not, ( ) group
//   "human rights"           a phrase; line breaks count as blanks
//   sanction*                words that begin so
//   /regex/  /regex/i        RE2 syntax
//   NEAR/8(forced labor)     within 8 words of each other
//   entity:Kim  speaker:"Donald Trump"  date:2018-01..2018-12  citation:/us/usc/t22
//   speaker:Trump(love)      the inner query is asked inside each such quotation
//   … within s|p             all in one sentence or paragraph
//
// A word in lower case matches any case; one with a capital matches as written (`--ignore-case`
// and `--case-sensitive` decide otherwise).
#pragma once

#include <string_view>
#include <variant>

#include "search/query.h"

namespace lede::search {

enum class CaseRule : std::uint8_t { kSmart, kIgnore, kExact };

struct ParseOptions {
    CaseRule case_rule = CaseRule::kSmart;
};

std::variant<Query, QueryError> parse_bag(std::string_view text, const ParseOptions& options);

// The whole text as one phrase, no syntax (`-F`).
Query fixed_query(std::string_view text, const ParseOptions& options);

// Two lines that show the query and a caret under the place of the error.
std::string show_error(std::string_view query, const QueryError& error);

}  // namespace lede::search
