// The one place that knows CLI11: it is slow to compile, and its messages and exits are not ours.
#include <algorithm>
#include <charconv>
#include <CLI/CLI.hpp>

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
                         joined(choices)};
    std::visit(Apply{option, text}, option.target);
}

void declare(CLI::App& app, const Option& option) {
    if (is_flag(option)) {
        app.add_flag_callback(option.names, [&option] { apply(option, ""); });
        return;
    }
    const auto take_all = [&option](const CLI::results_t& values) {
        for (const std::string& value : values) apply(option, value);
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

[[noreturn]] void refuse_unknown(const std::vector<std::string>& words) {
    const auto option = std::find_if(words.begin(), words.end(), [](const std::string& word) {
        return word.size() > 1 && word.front() == '-';
    });
    if (option != words.end()) throw UsageError{"unknown option " + *option};
    throw UsageError{"unexpected argument \"" + words.front() + "\""};
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
        app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
    } catch (const CLI::ArgumentMismatch& error) {
        // "--jobs: 1 required  missing"
        const std::string what = error.what();
        throw UsageError{what.substr(0, what.find(':')) + " needs a value"};
    } catch (const CLI::ParseError& error) {
        throw UsageError{error.what()};
    }
    // CLI11 counts the "--" that ends the options among what it did not understand.
    std::vector<std::string> unknown = app.remaining();
    std::erase(unknown, "--");
    if (!unknown.empty()) refuse_unknown(unknown);
}

}  // namespace lede::tools
