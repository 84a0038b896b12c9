// Indexes as inputs: every tool that reads articles takes the folder of an index among its paths.
#pragma once

#include <functional>
#include <vector>

#include "reading/record_supply.h"

namespace lede::search {
class Segment;
}

namespace lede::tools {

// Tells which documents of a segment are wanted.
using DocumentFilter = std::function<std::vector<bool>(const search::Segment&)>;

// The filter, if any, must be callable as long as records come.
reading::WholeFolders index_folders(DocumentFilter filter = nullptr);

}  // namespace lede::tools
