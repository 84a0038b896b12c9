#include "terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <string_view>

namespace lede::tools {
namespace {

std::string_view environment(const char* name) {
    const char* value = std::getenv(name);
    return value ? value : "";
}

}  // namespace

bool is_terminal(int descriptor) { return ::isatty(descriptor) == 1; }

std::size_t terminal_columns() {
    constexpr std::size_t kUnknown = 80;
    constexpr std::size_t kNarrowest = 40;
    constexpr std::size_t kWidest = 100;  // longer lines are hard to read
    winsize size{};
    if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return kUnknown;
    return std::clamp<std::size_t>(size.ws_col, kNarrowest, kWidest);
}

bool wants_colour(const std::string& when) {
    if (when == "always") return true;
    if (when == "never") return false;
    return is_terminal(STDOUT_FILENO) && environment("NO_COLOR").empty() &&
           environment("TERM") != "dumb";
}

}  // namespace lede::tools
