#include "help_page.h"

#include <algorithm>
#include <string_view>

namespace lede::tools {
namespace {

constexpr std::size_t kColumns = 79;
constexpr std::size_t kHelpColumn = 26;

// Breaks `text` between words into lines that fit between `indent` and the last column; the first
// line begins at `column`.
void append_wrapped(std::string& out, std::string_view text, std::size_t indent,
                    std::size_t column) {
    std::size_t at = 0;
    bool first = true;
    while (at < text.size()) {
        const std::size_t space = std::min(text.find(' ', at), text.size());
        const std::string_view word = text.substr(at, space - at);
        if (!first && column + 1 + word.size() > kColumns) {
            out += '\n';
            out.append(indent, ' ');
            column = indent;
        } else if (!first) {
            out += ' ';
            ++column;
        }
        out += word;
        column += word.size();
        first = false;
        at = space + 1;
    }
    out += '\n';
}

// "-j, --jobs N", "    --names FILE"
std::string usage_of(const Option& option) {
    std::string usage = option.names.starts_with("--") ? "    " : "";
    for (const char c : option.names) {
        usage += c;
        if (c == ',') usage += ' ';
    }
    return option.value.empty() ? usage : usage + ' ' + option.value;
}

void append_option(std::string& out, const Option& option) {
    std::string line = "  " + usage_of(option);
    if (line.size() + 2 > kHelpColumn) {
        out += line + '\n';
        line.clear();
    }
    line.resize(kHelpColumn, ' ');
    out += line;
    append_wrapped(out, option.help, kHelpColumn, kHelpColumn);
}

}  // namespace

std::string help_page(const Command& command, bool brief) {
    std::string out = command.name + ": " + command.purpose + "\n\n";
    out += "Usage: " + command.name + ' ' + command.usage + '\n';
    if (!brief) {
        out += "\nExamples:\n";
        for (const Example& example : command.examples) {
            out += "  " + example.command + '\n';
            out += "      ";
            append_wrapped(out, example.says, 6, 6);
        }
    }
    for (const Theme& theme : shown_themes(command)) {
        std::string options;
        for (const Option* option : theme.options)
            if (option->brief || !brief) append_option(options, *option);
        if (options.empty()) continue;
        out += brief ? "\n" : '\n' + theme.name + ":\n";
        out += options;
    }
    if (brief) return out + "\nSee --help for all options and examples.\n";
    for (const Section& section : command.sections)
        out += '\n' + section.heading + ":\n" + section.text;
    return out;
}

}  // namespace lede::tools
