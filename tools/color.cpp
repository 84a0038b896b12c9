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

Option color_option(std::string& when, const std::string& what, const std::string& theme) {
    return {"--color", "WHEN", "colour " + what + ": auto (on a terminal), always, never",
            theme,     &when,  {"auto", "always", "never"}};
}

}  // namespace lede::tools
