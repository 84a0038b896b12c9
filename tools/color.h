// Whether output may be coloured.
#pragma once

#include <string>

#include "options.h"

namespace lede::tools {

// For --color=WHEN: always, never, or auto: standard output is a terminal, NO_COLOR is unset or
// empty, and TERM is not "dumb" (https://no-color.org).
bool wants_color(const std::string& when);

// The option --color, which sets `when`; `what` is coloured, as help says it: "hits".
Option color_option(std::string& when, const std::string& what, const std::string& theme);

}  // namespace lede::tools
