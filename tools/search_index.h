// Answers of lede-search from indexes: nothing is read but what the query touches.
#pragma once

#include <string>
#include <vector>

#include "search/pattern_search.h"
#include "search_options.h"

namespace lede::tools {

// Hits of the patterns in the indexes, one after the other, printed as Delivery prints them; the
// exit status. Throws IndexError.
int search_indexes(const SearchOptions& options, const std::vector<std::string>& indexes,
                   const std::vector<search::PatternSearch>& patterns);

}  // namespace lede::tools
