#include "extract_options.h"

#include <algorithm>

namespace lede::tools {
namespace {

// "sentences,dates" as a set; blocks always belong to it. "all" is every layer.
Layers parse_layers(const std::string& list) {
    Layers layers = {Layer::kBlocks};
    for (std::size_t at = 0; at <= list.size();) {
        const std::size_t comma = std::min(list.find(',', at), list.size());
        const std::string name = list.substr(at, comma - at);
        at = comma + 1;
        const auto found = std::find(kLayerNames.begin(), kLayerNames.end(), name);
        if (name == "all") {
            for (std::size_t i = 0; i < kLayerNames.size(); ++i) layers.add(static_cast<Layer>(i));
        } else if (found == kLayerNames.end()) {
            throw UsageError{"--layers: no layer is called \"" + name + "\""};
        } else {
            layers.add(static_cast<Layer>(found - kLayerNames.begin()));
        }
    }
    return layers;
}

OffsetUnit parse_unit(const std::string& name) {
    if (name == "bytes") return OffsetUnit::kBytes;
    return name == "utf16" ? OffsetUnit::kUtf16 : OffsetUnit::kCodePoints;
}

std::vector<Option> output_options(ExtractOptions& o) {
    const std::string theme = "Output";
    return {
        {"-l,--layers",
         "LIST",
         "layers to write, with commas between: sentences, entities, dates, quotes, citations "
         "(these are the default), tokens, upos, xpos, lemmas, nonspeech, or all",
         theme,
         Setter([&o](const std::string& list) { o.layers = parse_layers(list); }),
         {},
         true},
        {"--format", "FORMAT", "what to write: jsonl", theme, &o.format, {"jsonl"}, true},
        {"--json", "", "the same as --format jsonl", theme,
         Setter([&o](const std::string&) { o.format = "jsonl"; })},
        {"-o,--output",
         "FILE",
         "write to FILE, which appears when it is whole",
         theme,
         &o.output,
         {},
         true},
        {"--offsets",
         "UNIT",
         "what begin and end count: codepoints (default), bytes, utf16",
         theme,
         Setter([&o](const std::string& unit) { o.unit = parse_unit(unit); }),
         {"codepoints", "bytes", "utf16"}},
        {"--no-text", "", "leave the text out of the records", theme, &o.no_text},
    };
}

std::vector<Section> extract_sections() {
    return {{"Exit status",
             "  0  done\n"
             "  2  wrong usage, an input that cannot be read, or a failed write\n"
             "  3  done, but articles inside the input were skipped\n"}};
}

}  // namespace

Command extract_command(ExtractOptions& options) {
    Command command{
        .name = "lede-extract",
        .purpose = "annotates news articles: names, dates, quotes, citations",
        .usage = "[OPTION]... [PATH|-]...",
        .examples = {{"lede-extract article.txt", "one annotated record, as a line of JSON"},
                     {"lede-extract --published 2019-02-20 - < article.txt",
                      "from standard input, with relative dates read from that day"}},
        .sections = extract_sections(),
        .operands = &options.input.paths,
    };
    add_options(command.options, input_options(options.input));
    add_options(command.options, analysis_options(options.analysis));
    add_options(command.options, output_options(options));
    add_options(command.options, run_options(options.run));
    add_options(command.options, page_options(options.pages));
    return command;
}

}  // namespace lede::tools
