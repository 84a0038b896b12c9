// Any words on a command line are either understood or refused with a UsageError, whichever tool
// they are given to. NUL ends a word.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract_options.h"
#include "index_options.h"
#include "search_options.h"
#include "stats_options.h"

namespace {

template <typename Options>
void parse_with(lede::tools::Command (*describe)(Options&), const std::vector<std::string>& words) {
    Options options;
    const lede::tools::Command command = describe(options);
    try {
        lede::tools::parse_command_line(command, words);
    } catch (const lede::tools::UsageError&) {
        // The message of a command line that people got wrong.
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace lede::tools;
    std::string_view rest(reinterpret_cast<const char*>(data), size);
    std::vector<std::string> words;
    while (!rest.empty()) {
        const std::size_t end = rest.find('\0');
        words.emplace_back(rest.substr(0, end));
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    }
    parse_with<ExtractOptions>(extract_command, words);
    parse_with<SearchOptions>(search_command, words);
    parse_with<StatsOptions>(stats_command, words);
    parse_with<IndexToolOptions>(index_command, words);
    return 0;
}
