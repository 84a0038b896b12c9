// `lede-search --lines`: raw lines that a regex matches, as grep finds them, without parsing
// articles.
#pragma once

#include "search_options.h"

namespace lede::tools {

// Takes the patterns of -e, -f or the first operand; the exit status. Throws UsageError.
int search_lines(SearchOptions& options);

}  // namespace lede::tools
