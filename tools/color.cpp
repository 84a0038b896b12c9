#include "color.h"

#include <unistd.h>

#include <cstdlib>
#include <string_view>

namespace lede::tools {

bool wants_color(const std::string& when) {
    if (when != "auto") return when == "always";
    const char* no_color = std::getenv("NO_COLOR");
    const char* terminal = std::getenv("TERM");
    return ::isatty(STDOUT_FILENO) == 1 && (!no_color || !*no_color) &&
           (!terminal || std::string_view(terminal) != "dumb");
}

}  // namespace lede::tools
