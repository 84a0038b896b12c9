#include "man_page.h"

#include <algorithm>

namespace lede::tools {
namespace {

// Escapes what roff reads as commands: backslashes, and a period or quote that begins a line.
// Hyphens are written so that they can be copied into a shell.
std::string roff(std::string_view text) {
    std::string out;
    bool line_begins = true;
    for (const char c : text) {
        if (line_begins && (c == '.' || c == '\'')) out += "\\&";
        if (c == '\\')
            out += "\\e";
        else if (c == '-')
            out += "\\-";
        else
            out += c;
        line_begins = c == '\n';
    }
    return out;
}

void append_option(std::string& out, const Option& option) {
    out += ".TP\n";
    std::string names;
    for (const std::string& name : all_names(option))
        names += (names.empty() ? "\\fB" : ", \\fB") + roff(name) + "\\fR";
    if (!option.value.empty()) names += " \\fI" + roff(option.value) + "\\fR";
    out += names + '\n' + roff(option.help) + ".\n";
}

std::string upper(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
    return text;
}

void append_verbatim(std::string& out, std::string_view text) {
    out += ".nf\n" + roff(text);
    if (!text.ends_with('\n')) out += '\n';
    out += ".fi\n";
}

}  // namespace

std::string man_page(const Command& command, std::string_view version) {
    std::string out = ".TH " + upper(roff(command.name)) + " 1 \"\" \"lede " +
                      std::string(version) + "\" \"User commands\"\n";
    out += ".SH NAME\n" + roff(command.name) + " \\- " + roff(command.purpose) + '\n';
    out += ".SH SYNOPSIS\n\\fB" + roff(command.name) + "\\fR " + roff(command.usage) + '\n';
    out += ".SH EXAMPLES\n";
    for (const Example& example : command.examples) {
        out += ".TP\n\\fB" + roff(example.command) + "\\fR\n" + roff(example.says) + ".\n";
    }
    out += ".SH OPTIONS\n";
    for (const Theme& theme : shown_themes(command)) {
        out += ".SS " + roff(theme.name) + '\n';
        for (const Option* option : theme.options) append_option(out, *option);
    }
    for (const Section& section : command.sections) {
        out += ".SH " + upper(roff(section.heading)) + '\n';
        append_verbatim(out, section.text);
    }
    return out;
}

}  // namespace lede::tools
