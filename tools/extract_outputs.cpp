#include "extract_outputs.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <utility>

#include "message.h"
#include "terminal.h"
#include "writing/brat_folder.h"
#include "writing/brat_writer.h"
#include "writing/conllu_writer.h"
#include "writing/database.h"
#include "writing/database_rows.h"
#include "writing/html_writer.h"
#include "writing/output.h"
#include "writing/pretty_writer.h"
#include "writing/record_writer.h"
#include "writing/table_writer.h"
#include "writing/timeml_writer.h"

namespace lede::tools {
namespace {

namespace fs = std::filesystem;

// The file of a part: "out/quotes-00003.tsv.zst".
std::string part_path(const ExtractOptions& options, std::string_view name, std::string_view suffix,
                      std::uint64_t part) {
    const std::string ending = options.pack.empty() ? "" : '.' + options.pack;
    return (fs::path(options.output) / fmt::format("{}-{:05}{}{}", name, part, suffix, ending))
        .string();
}

writing::Table table_named(const std::string& name) {
    const auto& names = writing::kTableNames;
    return static_cast<writing::Table>(std::find(names.begin(), names.end(), name) - names.begin());
}

std::unique_ptr<writing::DocumentFormat> make_format(const std::string& name,
                                                     const ExtractOptions& options, Layers layers) {
    if (name == "html") return std::make_unique<writing::HtmlWriter>();
    if (name == "timeml") return std::make_unique<writing::TimemlWriter>();
    if (name == "conllu") return std::make_unique<writing::ConlluWriter>(options.unit);
    if (name == "pretty")
        return std::make_unique<writing::PrettyWriter>(
            writing::PrettyOptions{.colour = wants_colour(options.color),
                                   .with_text = !options.no_text,
                                   .columns = terminal_columns()});
    return std::make_unique<writing::RecordWriter>(writing::RecordOptions{
        .unit = options.unit, .layers = layers, .with_text = !options.no_text});
}

}  // namespace

ExtractOutputs::ExtractOutputs(const ExtractOptions& options, const Lexicon& lexicon)
    : layers_(options.layers.value_or(kDefaultLayers)) {
    const std::string format = format_of(options);
    if (format == "conllu" && !options.layers) layers_ = writing::kConlluLayers;
    if (options.nonspeech) layers_.add(Layer::kNonspeech);
    const bool is_table = format == "tsv" || format == "csv";
    if (is_table) {
        add_tables(options, format == "csv" ? writing::Dialect::kCsv : writing::Dialect::kTsv);
    } else if (!options.table.empty()) {
        throw UsageError{"--table goes with --format tsv or csv, not " + format};
    } else {
        add_single(format, options, lexicon);
    }
    if (!writes_parts(options) &&
        (options.resume || options.part_size > 0 || !options.pack.empty()))
        throw UsageError{"--resume, --part-size and --pack go with -o DIR/ and a format of lines"};
    const bool shared = options.input.source.share.of > 1;
    if (options.same_as && (format != "jsonl" || options.resume || shared))
        throw UsageError{"--same-as goes with records of a whole run, without --resume or --shard"};
    flush_each_ = options.line_buffered || (options.output == "-" && is_terminal(STDOUT_FILENO));
}

void ExtractOutputs::add_single(const std::string& format, const ExtractOptions& options,
                                const Lexicon& lexicon) {
    if (format == "sqlite") {
        if (options.output == "-") throw UsageError{"--format sqlite needs -o FILE"};
        streams_.push_back({std::make_unique<writing::DatabaseRows>(options.unit, !options.no_text),
                            [&options, &lexicon](std::uint64_t) {
                                return std::make_unique<writing::Database>(options.output, lexicon,
                                                                           options.unit);
                            }});
    } else if (format == "brat") {
        if (options.output == "-") throw UsageError{"--format brat needs -o DIR"};
        streams_.push_back(
            {std::make_unique<writing::BratWriter>(), [&options, &lexicon](std::uint64_t) {
                 return std::make_unique<writing::BratFolder>(options.output, lexicon);
             }});
    } else {
        const MakeSink make_sink = [&options, format](std::uint64_t part) {
            const bool parted = writes_parts(options);
            return std::make_unique<writing::Output>(
                parted ? part_path(options, "part", '.' + format, part) : options.output, parted);
        };
        streams_.push_back({make_format(format, options, layers_), make_sink});
    }
    // NOLINTNEXTLINE(clang-analyzer-cplusplus.NewDeleteLeaks): what was moved is taken for lost
}

void ExtractOutputs::add_tables(const ExtractOptions& options, writing::Dialect dialect) {
    const bool folder = names_folder(options.output);
    if (options.table.empty() && !folder)
        throw UsageError{"--format " + options.format +
                         " needs --table NAME, or -o DIR/ for all tables"};
    if (folder) fs::create_directories(options.output);
    const std::string suffix = dialect == writing::Dialect::kCsv ? ".csv" : ".tsv";
    Layers shown;
    for (const std::string_view name : writing::kTableNames) {
        if (!options.table.empty() && options.table != name) continue;
        const writing::Table table = table_named(std::string(name));
        shown = shown | writing::layers_of(table);
        streams_.push_back({std::make_unique<writing::TableWriter>(table, dialect, options.unit),
                            [&options, folder, name, suffix](std::uint64_t part) {
                                std::string path = options.output;
                                if (folder) path = (fs::path(path) / name).string() + suffix;
                                const bool parted = writes_parts(options);
                                if (parted) path = part_path(options, name, suffix, part);
                                return std::make_unique<writing::Output>(path, parted);
                            }});
    }
    if (!options.layers) layers_ = shown;
}

void ExtractOutputs::begin(std::uint64_t part) {
    for (Stream& stream : streams_) {
        stream.sink = stream.make_sink(part);
        std::string head;
        stream.format->begin(head);
        stream.sink->write(head);
    }
}

void ExtractOutputs::format(const Document& document, std::vector<std::string>& parts) const {
    parts.resize(streams_.size());
    for (std::size_t i = 0; i < streams_.size(); ++i)
        streams_[i].format->append(document, parts[i]);
}

void ExtractOutputs::write(const std::vector<std::string>& parts) {
    for (std::size_t i = 0; i < streams_.size(); ++i) {
        streams_[i].sink->write(parts[i]);
        if (flush_each_) streams_[i].sink->flush();
    }
}

void ExtractOutputs::finish() {
    for (Stream& stream : streams_) {
        std::string tail;
        stream.format->end(tail);
        stream.sink->write(tail);
        stream.sink->finish();
        if (const std::string notice = stream.sink->notice(); !notice.empty())
            print_message("lede-extract", notice);
        stream.sink.reset();
    }
}

}  // namespace lede::tools
