// What people meant by a word that is not known.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lede::tools {

// "; did you mean --layers?" if one of `known` is `word` but for a letter or two put in, left out,
// changed or swapped; "" if none is.
std::string guess_of(std::string_view word, const std::vector<std::string>& known);

}  // namespace lede::tools
