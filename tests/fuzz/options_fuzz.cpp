// Any words on a command line are either understood or refused with a UsageError. NUL ends a word.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract_options.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace lede::tools;
    std::string_view rest(reinterpret_cast<const char*>(data), size);
    std::vector<std::string> words;
    while (!rest.empty()) {
        const std::size_t end = rest.find('\0');
        words.emplace_back(rest.substr(0, end));
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    }
    ExtractOptions options;
    const Command command = extract_command(options);
    try {
        parse_command_line(command, words);
    } catch (const UsageError&) {
        return 0;
    }
    return 0;
}
