#include <catch2/catch.hpp>

#include "completions.h"
#include "help_page.h"
#include "man_page.h"
#include "options.h"

using namespace lede::tools;

namespace {

struct Given {
    bool loud = false;
    std::string name;
    std::vector<std::string> globs;
    std::uint64_t jobs = 0;
    std::vector<std::string> paths;

    Command command() {
        return {.name = "lede-try",
                .purpose = "tries the options",
                .usage = "[OPTION]... [PATH]...",
                .examples = {{"lede-try a.txt", "tries a file"}},
                .options = {{"-l,--loud", "", "speak up", "Voice", &loud, {}, true},
                            {"-n,--name", "NAME", "who speaks", "Voice", &name, {"kim", "ji"}},
                            {"--glob", "GLOB", "which files", "Input", &globs},
                            {"-j,--jobs", "N", "how many at a time", "Input", &jobs},
                            {"--man", "", "for the build", std::string(kHiddenTheme), &loud}},
                .operands = &paths};
    }
    void parse(const std::vector<std::string>& words) { parse_command_line(command(), words); }
    std::string complaint(const std::vector<std::string>& words) {
        try {
            parse(words);
        } catch (const UsageError& error) {
            return error.what;
        }
        return "";
    }
};

}  // namespace

TEST_CASE("options take their values and leave the file names alone") {
    Given given;
    given.parse({"a.txt", "--glob", "*.txt", "b.txt", "-j4", "--glob=*.md", "-l", "--name", "kim"});
    CHECK(given.paths == std::vector<std::string>{"a.txt", "b.txt"});
    CHECK(given.globs == std::vector<std::string>{"*.txt", "*.md"});
    CHECK(given.jobs == 4);
    CHECK(given.loud);
    CHECK(given.name == "kim");
}

TEST_CASE("a hyphen is standard input, and two end the options") {
    Given given;
    given.parse({"-", "--", "-l", "--name"});
    CHECK(given.paths == std::vector<std::string>{"-", "-l", "--name"});
    CHECK_FALSE(given.loud);
}

TEST_CASE("what cannot be run is said in one line that names the option") {
    CHECK(Given().complaint({"--lout"}) == "unknown option --lout; did you mean --loud?");
    CHECK(Given().complaint({"-x"}) == "unknown option -x");
    CHECK(Given().complaint({"a", "--name"}) == "--name needs a value");
    CHECK(Given().complaint({"--name", "bob"}) == "--name: \"bob\" is none of kim, ji");
    CHECK(Given().complaint({"-j", "-1"}) == "--jobs: \"-1\" is not a whole number");
    CHECK(Given().complaint({"-l", "a"}).empty());
}

TEST_CASE("a value in brackets stays whole, as an operand and after an option") {
    Given given;
    given.parse({"[a, b]", "--glob", "[x,y]", "--glob=[z]", "[c] [d]"});
    CHECK(given.paths == std::vector<std::string>{"[a, b]", "[c] [d]"});
    CHECK(given.globs == std::vector<std::string>{"[x,y]", "[z]"});
    CHECK(given.complaint({"-n[a]"}) == "--name: \"[a]\" is none of kim, ji");
}

TEST_CASE("every page names every option that is not hidden") {
    Given given;
    const Command command = given.command();
    const std::string help = help_page(command, false);
    const std::string man = man_page(command, "1.2.3");
    for (const std::string name : {"loud", "name", "glob", "jobs"}) {
        CHECK(help.find("--" + name) != std::string::npos);
        CHECK(man.find("\\-\\-" + name) != std::string::npos);
        CHECK(completions(command, "bash").find("--" + name) != std::string::npos);
        CHECK(completions(command, "zsh").find("--" + name) != std::string::npos);
        CHECK(completions(command, "fish").find("-l " + name) != std::string::npos);
    }
    CHECK(help.find("--man") == std::string::npos);
    CHECK(help_page(command, true).find("--glob") == std::string::npos);
}
