// Whether output may be coloured.
#pragma once

#include <string>

namespace lede::tools {

// For --color=WHEN: always, never, or auto: standard output is a terminal, NO_COLOR is unset or
// empty, and TERM is not "dumb" (https://no-color.org).
bool wants_color(const std::string& when);

}  // namespace lede::tools
