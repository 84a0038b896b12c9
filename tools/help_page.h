// What --help, -h and --version print, made from a tool's description.
#pragma once

#include <string>

#include "options.h"

namespace lede::tools {

// At most 80 columns. The brief page leaves out options that are not marked `brief`.
std::string help_page(const Command& command, bool brief);

}  // namespace lede::tools
