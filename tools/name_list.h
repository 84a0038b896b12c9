// Lists of names as people write them on a command line: word,lemma,upos.
#pragma once

#include <string>
#include <vector>

namespace lede::tools {

// The names between the commas. Throws UsageError naming `option` if one of them is empty.
std::vector<std::string> split_list(const std::string& option, const std::string& list);

}  // namespace lede::tools
