// The one place that knows CLI11: it is slow to compile, and its messages and exits are not ours.
#include <algorithm>
#include <charconv>
#include <CLI/CLI.hpp>

#include "nearest_word.h"
#include "options.h"

namespace lede::tools {
namespace {

bool is_flag(const Option& option) { return option.value.empty(); }

std::uint64_t parse_number(const Option& option, const std::string& text) {
    std::uint64_t number = 0;
    const char* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, number);
    if (error != std::errc() || stop != end || text.empty())
        throw UsageError{std::string(long_name(option)) + ": \"" + text +
                         "\" is not a whole number"};
    return number;
}

std::string joined(const std::vector<std::string>& words) {
    std::string list;
    for (const std::string& word : words) list += (list.empty() ? "" : ", ") + word;
    return list;
}

// CLI11 takes "[a,b]" for a list and cuts it up. Our values are never lists, and queries look so:
// a mark before the bracket, which no one types, keeps them whole.
constexpr char kShield = '\x01';

std::string shielded(std::string word) {
    if (!word.ends_with(']')) return word;
    const bool is_option = word.starts_with('-');
    const std::size_t bracket = is_option ? word.find('[') : 0;
    if (bracket == std::string::npos || word[bracket] != '[') return word;
    const bool is_value = bracket == 0 || word[bracket - 1] == '=' || bracket == 2;
    return is_value ? word.insert(bracket, 1, kShield) : word;
}

std::string unshielded(std::string word) {
    if (word.starts_with(kShield)) word.erase(0, 1);
    return word;
}

// Sets the option's target from one use of it.
struct Apply {
    const Option& option;
    const std::string& text;

    void operator()(bool* target) const { *target = true; }
    void operator()(std::string* target) const { *target = text; }
    void operator()(std::vector<std::string>* target) const { target->push_back(text); }
    void operator()(std::uint64_t* target) const { *target = parse_number(option, text); }
    void operator()(const Setter& set) const { set(text); }
};

void apply(const Option& option, const std::string& text) {
    const auto& choices = option.choices;
    if (!choices.empty() && std::find(choices.begin(), choices.end(), text) == choices.end())
        throw UsageError{std::string(long_name(option)) + ": \"" + text + "\" is none of " +
                         joined(choices) + guess_of(text, choices)};
    std::visit(Apply{option, text}, option.target);
}

void declare(CLI::App& app, const Option& option) {
    if (is_flag(option)) {
        app.add_flag_callback(option.names, [&option] { apply(option, ""); });
        return;
    }
    const auto take_all = [&option](const CLI::results_t& values) {
        for (const std::string& value : values) {
            const std::string whole = unshielded(value);
            apply(option, whole);
        }
        return true;
    };
    // One value for each use, any number of uses: a vector option of CLI11 would swallow the file
    // name after it.
    app.add_option(option.names, take_all)
        ->type_size(1)
        ->expected(1)
        ->allow_extra_args(false)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

[[noreturn]] void refuse_unknown(const Command& command, const std::vector<std::string>& words) {
    const auto option = std::find_if(words.begin(), words.end(), [](const std::string& word) {
        return word.size() > 1 && word.front() == '-';
    });
    if (option == words.end()) throw UsageError{"unexpected argument \"" + words.front() + "\""};
    std::vector<std::string> known;
    for (const Option& each : command.options)
        if (each.theme != kHiddenTheme) known.emplace_back(long_name(each));
    const bool is_long = option->starts_with("--");
    const std::string name = option->substr(0, option->find('='));
    throw UsageError{"unknown option " + *option + (is_long ? guess_of(name, known) : "")};
}

}  // namespace

void parse_command_line(const Command& command, const std::vector<std::string>& arguments) {
    CLI::App app;
    app.set_help_flag();
    app.allow_extras();
    for (const Option& option : command.options) declare(app, option);
    if (command.operands) app.add_option("operands", *command.operands)->expected(0, -1);
    try {
        // CLI11 takes the words from the back.
        std::vector<std::string> words(arguments.rbegin(), arguments.rend());
        for (std::string& word : words) word = shielded(std::move(word));
        app.parse(std::move(words));
    } catch (const CLI::ArgumentMismatch& error) {
        // "--jobs: 1 required  missing"
        const std::string what = error.what();
        throw UsageError{what.substr(0, what.find(':')) + " needs a value"};
    } catch (const CLI::ParseError& error) {
        throw UsageError{unshielded(error.what())};
    }
    if (command.operands)
        for (std::string& operand : *command.operands) operand = unshielded(std::move(operand));
    // CLI11 counts the "--" that ends the options among what it did not understand.
    std::vector<std::string> unknown = app.remaining();
    std::erase(unknown, "--");
    if (!unknown.empty()) refuse_unknown(command, unknown);
}

}  // namespace lede::tools
