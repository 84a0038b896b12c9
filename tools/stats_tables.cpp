#include "stats_tables.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "color.h"

namespace lede::tools {
namespace {

// In the order of stats::TableFormat.
constexpr std::array<std::string_view, 4> kFormats = {"tsv", "csv", "jsonl", "pretty"};

Setter set_format(TableOptions& o, stats::TableFormat format) {
    return [&o, format](const std::string&) { o.style.format = format; };
}

}  // namespace

std::vector<Option> table_options(TableOptions& o) {
    const std::string theme = "Output";
    return {
        {"--format",
         "FORMAT",
         "tsv (default), csv, jsonl, or pretty: columns for people",
         theme,
         Setter([&o](const std::string& name) {
             const auto found = std::find(kFormats.begin(), kFormats.end(), name);
             o.style.format = static_cast<stats::TableFormat>(found - kFormats.begin());
         }),
         {kFormats.begin(), kFormats.end()},
         true},
        {"--json", "", "the same as --format jsonl", theme,
         set_format(o, stats::TableFormat::kJson)},
        {"--tsv", "", "the same as --format tsv", theme, set_format(o, stats::TableFormat::kTsv)},
        {"--csv", "", "the same as --format csv", theme, set_format(o, stats::TableFormat::kCsv)},
        {"--no-header", "", "leave out the line of column names", theme,
         Setter([&o](const std::string&) { o.style.header = false; })},
        color_option(o.color, "the line of column names, but of JSON", theme),
        {"-o,--output", "FILE", "write to FILE, which appears when it is whole", theme, &o.output},
    };
}

void write_table(const stats::Table& table, const TableOptions& options, writing::Output& output) {
    stats::TableStyle style = options.style;
    style.color = wants_color(options.color);
    std::string text;
    stats::append_table(table, style, text);
    output.write(text);
    output.finish();
}

}  // namespace lede::tools
