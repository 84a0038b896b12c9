// Messages for people, on standard error.
#pragma once

#include <string>
#include <string_view>

namespace lede::tools {

// The text with control characters and broken bytes shown as \xNN, so that a file name or an
// article cannot drive the terminal.
std::string escape_controls(std::string_view text);

// "lede-extract: TEXT", one line, written at once.
void print_message(std::string_view tool, std::string_view text);

}  // namespace lede::tools
