// What a tool's command line is made of: each option described once.
//
//   Option{"-j,--jobs", "N", "run N workers", "Running", &jobs}
//
// The parser, --help, the man page and the shell completions are all made from these structs, so
// that adding an option is adding one line to a tool's table.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace lede::tools {

// Where the option's value goes. A bool* is a flag; a vector takes every use of the option; a
// function is called with each value ("" for a flag) and may throw UsageError.
using Setter = std::function<void(const std::string&)>;
using Target = std::variant<bool*, std::string*, std::vector<std::string>*, std::uint64_t*, Setter>;

struct Option {
    std::string names;  // "-j,--jobs": short first; the long one names it in messages
    std::string value;  // what the value is called in help; "" for a flag
    std::string help;   // one sentence, lower case, without a period
    std::string theme;  // heading in help under which it stands
    Target target;
    std::vector<std::string> choices = {};  // the only values allowed, where there are such
    bool brief = false;                     // also shown by -h
};

// An option under this theme works, but no page shows it: it serves the build.
inline constexpr std::string_view kHiddenTheme = "";

struct Example {
    std::string command;
    std::string says;
};

// A part of the long help that is no option: exit status, how to read the output elsewhere.
struct Section {
    std::string heading;
    std::string text;  // lines as they are to stand, at most 77 columns
};

// One tool: everything that its faces print.
struct Command {
    std::string name;     // "lede-extract"
    std::string purpose;  // one line
    std::string usage;    // "[OPTION]... [PATH|-]..."
    std::vector<Example> examples;
    std::vector<Option> options;
    std::vector<Section> sections;
    std::vector<std::string>* operands = nullptr;  // takes the words that are no options
};

// A command line that cannot be run: exit 2, one line that points at --help.
struct UsageError {
    std::string what;
    std::string below = {};  // lines shown under the message, as they stand
};

// "--jobs" of "-j,--jobs"; "-h" of "-h".
std::string_view long_name(const Option& option);

// {"-j", "--jobs"} of "-j,--jobs".
std::vector<std::string> all_names(const Option& option);

// The options that pages show, in their order, grouped by theme.
struct Theme {
    std::string name;
    std::vector<const Option*> options;
};
std::vector<Theme> shown_themes(const Command& command);

// Adds `more` at the end of `options`.
void add_options(std::vector<Option>& options, std::vector<Option> more);

// Fills the targets from the command line. Throws UsageError.
void parse_command_line(const Command& command, const std::vector<std::string>& arguments);

}  // namespace lede::tools
