// lede: one binary for all tools. The tool is chosen by the name it is called by (`lede-extract`)
// or by the first argument (`lede extract`).
#include <fcntl.h>

#include <array>
#include <csignal>
#include <cstdio>
#include <exception>
#include <new>
#include <string>
#include <string_view>
#include <vector>

#include "message.h"
#include "options.h"
#include "pages.h"
#include "tool.h"
#include "writing/output.h"

namespace {

using namespace lede::tools;

struct Tool {
    std::string_view name;
    std::string_view purpose;
    int (*run)(const std::vector<std::string>&);
};

constexpr std::array<Tool, 6> kTools = {{
    {"extract", "articles in, annotated records or tables out", run_extract},
    {"train", "makes the models of data/ from treebanks and plain articles", run_train},
    {"eval", "scores records against gold files", run_eval},
    {"stats", "words, names, speakers, laws and dates, counted", run_stats},
    {"search", "words, names, speakers, dates and laws, found and filtered", run_search},
    {"index", "builds the index that lede-search answers from at once", run_index},
}};

constexpr std::string_view kPrefix = "lede-";

const Tool* find_tool(std::string_view name) {
    if (name.starts_with(kPrefix)) name.remove_prefix(kPrefix.size());
    for (const Tool& tool : kTools)
        if (tool.name == name) return &tool;
    return nullptr;
}

// The page of `lede` itself.
std::string overview() {
    std::string page =
        "lede: reads news: who is named, when, who said what, which law is cited\n\n"
        "Usage: lede TOOL [OPTION]... [PATH|-]...\n\nTools:\n";
    for (const Tool& tool : kTools) {
        std::string name = "  lede-" + std::string(tool.name);
        name.resize(18, ' ');
        page += name + std::string(tool.purpose) + '\n';
    }
    return page + "\nEach tool shows its options and examples with --help.\n";
}

int run_overview(const std::vector<std::string>& arguments) {
    if (!arguments.empty() && arguments[0] != "--help" && arguments[0] != "-h")
        throw UsageError{"no such tool: " + arguments[0]};
    print_page(overview());
    return arguments.empty() ? kExitFailed : kExitDone;
}

// Runs one tool and turns everything that can go wrong into a message and an exit status.
int run_guarded(const std::string& name, int (*run)(const std::vector<std::string>&),
                const std::vector<std::string>& arguments) {
    try {
        return run(arguments);
    } catch (const UsageError& error) {
        print_message(name, error.what + " (see " + name + " --help)");
        std::fputs(error.below.c_str(), stderr);
    } catch (const lede::writing::BrokenPipe&) {
        return 128 + SIGPIPE;
    } catch (const std::bad_alloc&) {
        print_message(name, "out of memory");
    } catch (const std::exception& error) {
        print_message(name, error.what());
    }
    return kExitFailed;
}

// A closed standard stream gives its number to the next file that is opened: results would land in
// it. A stand-in that refuses takes its place.
void occupy_closed_streams() {
    constexpr std::array<int, 3> kRefusing = {O_WRONLY, O_RDONLY, O_RDONLY};
    for (int stream = 0; stream < 3; ++stream)
        if (::fcntl(stream, F_GETFD) < 0)
            ::open("/dev/null", kRefusing[static_cast<std::size_t>(stream)]);
}

}  // namespace

int main(int argc, char** argv) {
    occupy_closed_streams();
    std::vector<std::string> words(argv, argv + argc);
    const std::string called = words.empty() ? "lede" : words[0].substr(words[0].rfind('/') + 1);
    if (!words.empty()) words.erase(words.begin());
    const Tool* tool = called.starts_with(kPrefix) ? find_tool(called) : nullptr;
    if (!tool && !words.empty() && (tool = find_tool(words[0]))) words.erase(words.begin());
    if (!tool) return run_guarded("lede", run_overview, words);
    return run_guarded(std::string(kPrefix) + std::string(tool->name), tool->run, words);
}
