#include "completions.h"

#include <algorithm>

namespace lede::tools {
namespace {

std::string join(const std::vector<std::string>& words, std::string_view between) {
    std::string out;
    for (const std::string& word : words) {
        if (!out.empty()) out += between;
        out += word;
    }
    return out;
}

// `text` inside single quotes, as all three shells read them.
std::string quoted(std::string_view text) {
    std::string out = "'";
    for (const char c : text) {
        if (c == '\'')
            out += "'\\''";
        else
            out += c;
    }
    return out + '\'';
}

// "lede-extract" as the name of a shell function.
std::string function_name(const Command& command) {
    std::string name = '_' + command.name;
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
}

std::vector<const Option*> shown_options(const Command& command) {
    std::vector<const Option*> options;
    for (const Theme& theme : shown_themes(command))
        options.insert(options.end(), theme.options.begin(), theme.options.end());
    return options;
}

std::string bash(const Command& command) {
    const std::string function = function_name(command);
    std::vector<std::string> names;
    std::string values;
    for (const Option* option : shown_options(command)) {
        const std::vector<std::string> own = all_names(*option);
        names.insert(names.end(), own.begin(), own.end());
        if (option->value.empty()) continue;
        values += "        " + join(own, "|") + ")\n            ";
        values += option->choices.empty() ? "compopt -o default; COMPREPLY=()"
                                          : "mapfile -t COMPREPLY < <(compgen -W \"" +
                                                join(option->choices, " ") + "\" -- \"$word\")";
        values += "\n            return ;;\n";
    }
    return "# bash completion for " + command.name + "\n" + function +
           "() {\n    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}\n"
           "    case $before in\n" +
           values + "    esac\n    if [[ $word == -* ]]; then\n" +
           "        mapfile -t COMPREPLY < <(compgen -W \"" + join(names, " ") +
           "\" -- \"$word\")\n    else\n        compopt -o default; COMPREPLY=()\n    fi\n}\n"
           "complete -F " +
           function + ' ' + command.name + '\n';
}

// Brackets and colons end the description of an option of _arguments.
std::string zsh_text(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '[' || c == ']' || c == ':' || c == '\\') out += '\\';
        out += c;
    }
    return out;
}

std::string zsh(const Command& command) {
    std::string out = "#compdef " + command.name + "\n_arguments -s -S \\\n";
    for (const Option* option : shown_options(command)) {
        for (const std::string& name : all_names(*option)) {
            std::string line = '*' + name;
            // A long option takes its value after "=" or as the next word, a short one either way.
            if (!option->value.empty()) line += name.starts_with("--") ? "=" : "+";
            line += '[' + zsh_text(option->help) + ']';
            if (!option->value.empty())
                line += ':' + zsh_text(option->value) + ':' +
                        (option->choices.empty() ? std::string("_files")
                                                 : '(' + join(option->choices, " ") + ')');
            out += "  " + quoted(line) + " \\\n";
        }
    }
    return out + "  '*:file:_files'\n";
}

std::string fish(const Command& command) {
    std::string out = "# fish completion for " + command.name + '\n';
    for (const Option* option : shown_options(command)) {
        out += "complete -c " + command.name;
        for (const std::string& name : all_names(*option))
            out += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
        if (!option->value.empty()) out += " -r";
        if (!option->choices.empty()) out += " -f -a " + quoted(join(option->choices, " "));
        out += " -d " + quoted(option->help) + '\n';
    }
    return out;
}

}  // namespace

std::string completions(const Command& command, std::string_view shell) {
    if (shell == "bash") return bash(command);
    return shell == "zsh" ? zsh(command) : fish(command);
}

}  // namespace lede::tools
