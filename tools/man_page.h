// The manual page of a tool, section 1, made from its description.
#pragma once

#include <string>
#include <string_view>

#include "options.h"

namespace lede::tools {

// In the man(7) macros, as groff and mandoc read them.
std::string man_page(const Command& command, std::string_view version);

}  // namespace lede::tools
