// Shell completions of a tool, made from its description.
#pragma once

#include <string>
#include <string_view>

#include "options.h"

namespace lede::tools {

// `shell` is "bash", "zsh" or "fish". Options complete to their names, values with choices to
// those, everything else to file names.
std::string completions(const Command& command, std::string_view shell);

}  // namespace lede::tools
