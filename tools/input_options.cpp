#include "input_options.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "sizes.h"

namespace lede::tools {
namespace {

const std::array<std::string_view, 9> kFormatNames = {"auto", "text", "lines", "html", "jsonl",
                                                      "csv",  "vrt",  "warc",  "lede"};

std::vector<std::string> format_names() { return {kFormatNames.begin(), kFormatNames.end()}; }

reading::Format parse_format(const std::string& name) {
    const auto found = std::find(kFormatNames.begin(), kFormatNames.end(), name);
    return static_cast<reading::Format>(found - kFormatNames.begin());
}

}  // namespace

std::vector<Option> input_options(InputOptions& o) {
    const std::string theme = "Input";
    return {
        {"--input", "FORMAT",
         "what the input is: auto (default), text, lines (one article each), html, jsonl, csv, "
         "vrt, warc, lede (our own records)",
         theme, Setter([&o](const std::string& name) { o.source.format = parse_format(name); }),
         format_names(), true},
        {"-p,--published",
         "DATE",
         "publication date of articles that carry none: 2019-02-20",
         theme,
         &o.parse.published,
         {},
         true},
        {"--include", "GLOB", "below directories, read only files that match GLOB", theme,
         &o.source.include},
        {"--exclude", "GLOB", "below directories, leave out files that match GLOB", theme,
         &o.source.exclude},
        {"--max-article", "SIZE", "refuse articles above SIZE (default 16M)", theme,
         Setter([&o](const std::string& size) {
             o.source.max_article = parse_size("--max-article", size);
         })},
    };
}

std::vector<std::string> input_paths(const InputOptions& options) {
    std::vector<std::string> paths = options.paths;
    if (paths.empty()) paths.emplace_back("-");
    return paths;
}

}  // namespace lede::tools
