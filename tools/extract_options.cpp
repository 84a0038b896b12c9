#include "extract_options.h"

#include <unistd.h>

#include <algorithm>
#include <filesystem>

#include "sizes.h"
#include "terminal.h"
#include "writing/table_writer.h"

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

// Formats whose articles stand one after the other, so that they can be cut between two.
bool is_stream_of_articles(const std::string& format) {
    return format != "sqlite" && format != "brat" && format != "pretty";
}

OffsetUnit parse_unit(const std::string& name) {
    if (name == "bytes") return OffsetUnit::kBytes;
    return name == "utf16" ? OffsetUnit::kUtf16 : OffsetUnit::kCodePoints;
}

Setter set_format(ExtractOptions& o, const char* format) {
    return [&o, format](const std::string&) { o.format = format; };
}

std::vector<Option> part_options(ExtractOptions& o) {
    const std::string theme = "Long runs";
    return {
        {"--resume", "",
         "with -o DIR/, go on where a run that was stopped left off; the result is the same", theme,
         &o.resume},
        {"--part-size", "SIZE", "with -o DIR/, begin a new file after SIZE of input (default 64M)",
         theme, Setter([&o](const std::string& size) {
             o.part_size = parse_size("--part-size", size);
             if (o.part_size == 0) throw UsageError{"--part-size: must not be 0"};
         })},
        {"--pack",
         "PACKING",
         "with -o DIR/, pack the files: gz, zst, xz or bz2",
         theme,
         &o.pack,
         {"gz", "zst", "xz", "bz2"}},
    };
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
        {"--nonspeech", "", "also write the quote marks that hold no speech", theme, &o.nonspeech},
        {"--format",
         "FORMAT",
         "jsonl (records; the default), pretty (to read; the default on a terminal), html (a web "
         "page), tsv or csv (with --table), sqlite (with -o FILE: a database, new or added to), "
         "conllu (words and tags), timeml (dates), brat (with -o DIR)",
         theme,
         &o.format,
         {"jsonl", "pretty", "html", "tsv", "csv", "sqlite", "conllu", "timeml", "brat"},
         true},
        {"--json", "", "the same as --format jsonl", theme, set_format(o, "jsonl")},
        {"--tsv", "", "the same as --format tsv", theme, set_format(o, "tsv")},
        {"--csv", "", "the same as --format csv", theme, set_format(o, "csv")},
        {"-t,--table",
         "TABLE",
         "write one row per item: articles, sentences, tokens, entities, dates, quotes or "
         "citations, as TSV or CSV",
         theme,
         &o.table,
         {writing::kTableNames.begin(), writing::kTableNames.end()},
         true},
        {"-o,--output",
         "FILE|DIR/",
         "write to FILE, which appears when it is whole, packed if it ends in .gz, .zst, .xz or "
         ".bz2; into DIR in parts, with a journal; with --tsv or --csv, all tables into DIR",
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
        {"--line-buffered", "", "hand every article over at once, for a program that waits for it",
         theme, &o.line_buffered},
        {"--same-as", "",
         "name in records of copies the earlier article that they copy: same_as, similarity", theme,
         &o.same_as},
        {"--no-text", "", "leave the text out of the records", theme, &o.no_text},
        {"--color",
         "WHEN",
         "colour the readable output: auto (default), always, never",
         theme,
         &o.color,
         {"auto", "always", "never"}},
    };
}

std::vector<Section> extract_sections() {
    return {
        {"Tables read elsewhere",
         "  TSV cells hold no tabs, line breaks or quoting; CSV is RFC 4180.\n"
         "  R       read.delim(\"q.tsv\", quote = \"\", na.strings = \"\")\n"
         "          read.csv(\"q.csv\", na.strings = \"\")\n"
         "  pandas  read_csv(\"q.tsv\", sep=\"\\t\", quoting=3, keep_default_na=False)\n"
         "          read_csv(\"q.csv\", keep_default_na=False)\n"
         "  DuckDB  FROM read_csv('q.tsv', delim='\\t', quote='', header=true)\n"
         "          FROM 'q.csv'\n"
         "  SQLite  .import --csv q.csv quotes\n"
         "          .mode ascii\n"
         "          .separator \"\\t\" \"\\n\"\n"
         "          .import q.tsv quotes\n"
         "  Miller  mlr --tsv cat q.tsv        mlr --csv cat q.csv\n"},
        {"Exit status",
         "  0  done\n"
         "  2  wrong usage, an input that cannot be read, or a failed write\n"
         "  3  done, but articles inside the input were skipped\n"},
    };
}

}  // namespace

bool names_folder(const std::string& path) {
    std::error_code ignored;
    return path.ends_with('/') || std::filesystem::is_directory(path, ignored);
}

std::string format_of(const ExtractOptions& options) {
    if (!options.format.empty()) return options.format;
    if (!options.table.empty()) return "tsv";
    const bool shown = options.output == "-" && is_terminal(STDOUT_FILENO);
    return shown || options.color == "always" ? "pretty" : "jsonl";
}

bool writes_parts(const ExtractOptions& options) {
    const std::string format = format_of(options);
    if (!names_folder(options.output) || !is_stream_of_articles(format)) return false;
    // All tables of a short run are one file each, unless parts are asked for.
    const bool is_table = format == "tsv" || format == "csv";
    return !is_table || options.resume || options.part_size > 0;
}

Command extract_command(ExtractOptions& options) {
    Command command{
        .name = "lede-extract",
        .purpose = "annotates news articles: names, dates, quotes, citations",
        .usage = "[OPTION]... [PATH|-]...",
        .examples = {{"lede-extract --published 2019-02-20 article.txt",
                      "one record; \"Feb. 27\" is read from that day"},
                     {"lede-extract --table quotes corpus/ > quotes.tsv",
                      "who said what in all files below corpus/, one row per quotation"},
                     {"lede-extract --format html -o page.html article.txt",
                      "a web page with everything found highlighted"},
                     {"lede-extract --csv -o tables/ articles.jsonl", "every table into a folder"},
                     {"lede-extract --format sqlite -o news.db corpus/",
                      "a database to query: SELECT * FROM who_said"},
                     {"lede-extract articles.jsonl | jq -r '.citations[].normalized.id'",
                      "the identifiers of all cited laws"}},
        .sections = extract_sections(),
        .operands = &options.input.paths,
    };
    add_options(command.options, input_options(options.input));
    add_options(command.options, analysis_options(options.analysis));
    add_options(command.options, output_options(options));
    add_options(command.options, run_options(options.run));
    add_options(command.options, watch_options(options.run));
    add_options(command.options, part_options(options));
    add_options(command.options,
                {{"--schema", "", "show the JSON Schema of the records", "Help", &options.schema}});
    add_options(command.options, page_options(options.pages));
    return command;
}

}  // namespace lede::tools
