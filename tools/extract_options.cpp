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

std::vector<Option> analysis_options(ExtractOptions& o) {
    const std::string theme = "Analysis";
    return {
        {"-l,--layers",
         "LIST",
         "layers to write: tokens, sentences, upos, xpos, lemmas, entities, "
         "dates, quotes, citations, nonspeech, all; default: sentences,entities,dates,quotes,"
         "citations",
         theme,
         Setter([&o](const std::string& list) { o.record.layers = parse_layers(list); }),
         {},
         true},
        {"-p,--published",
         "DATE",
         "publication date of articles that carry none: 2019-02-20",
         theme,
         &o.parse.published,
         {},
         true},
        {"--data", "DIR", "files below DIR replace the built-in tables of the same name", theme,
         &o.data},
    };
}

std::vector<Option> output_options(ExtractOptions& o) {
    const std::string theme = "Output";
    return {
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
         Setter([&o](const std::string& unit) { o.record.unit = parse_unit(unit); }),
         {"codepoints", "bytes", "utf16"}},
        {"--no-text", "", "leave the text out of the records", theme,
         Setter([&o](const std::string&) { o.record.with_text = false; })},
    };
}

std::vector<Option> running_options(ExtractOptions& o) {
    const std::string theme = "Running";
    return {
        {"-j,--jobs",
         "N",
         "use N threads (default: all cores); the output is the same",
         theme,
         &o.jobs,
         {},
         true},
        {"-h", "", "show a short help", theme, &o.brief_help, {}, true},
        {"--help", "", "show this help", theme, &o.help, {}, true},
        {"--version", "", "show the version", theme, &o.version},
    };
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
        .operands = &options.paths,
    };
    for (auto& part :
         {analysis_options(options), output_options(options), running_options(options)})
        command.options.insert(command.options.end(), part.begin(), part.end());
    return command;
}

}  // namespace lede::tools
