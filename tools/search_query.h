// From the command line of lede-search to a compiled query.
#pragma once

#include <vector>

#include "search/matcher.h"
#include "search/pattern_search.h"
#include "search/query.h"
#include "search_options.h"

namespace lede::tools {

// The texts of -e and -f, or the first operand, which is taken off the operands.
std::vector<std::string> take_query_texts(SearchOptions& options);

// The one query that all of -e, -f or the first operand make together, which is taken off the
// operands. Throws UsageError, with the place of the error below it.
search::Query take_query(SearchOptions& options);

search::Matcher compile_query(search::Query query, const SearchOptions& options);

// The patterns of a query that asks for nothing else; empty for other queries.
std::vector<search::PatternSearch> patterns_of(const search::Query& query);

}  // namespace lede::tools
