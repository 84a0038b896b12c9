// What standard output is shown on.
#pragma once

#include <cstddef>
#include <string>

namespace lede::tools {

bool is_terminal(int descriptor);

// Columns of the terminal at standard output, between 40 and 100; 80 where unknown.
std::size_t terminal_columns();

// `when` is auto, always or never; auto means a terminal, NO_COLOR unset or empty, TERM not "dumb".
bool wants_colour(const std::string& when);

}  // namespace lede::tools
