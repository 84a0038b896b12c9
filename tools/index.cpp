// lede-index: builds and changes indexes.
#include <optional>
#include <set>

#include "bad_articles.h"
#include "index_options.h"
#include "pipeline/document_reader.h"
#include "pipeline/record_run.h"
#include "reading/vrt_line.h"
#include "search/index_writer.h"
#include "tool.h"
#include "writing/output.h"

namespace lede::tools {
namespace {

// What one record gave: a document, or vertical text whose tokens stand as they are.
struct Read {
    std::optional<Error> error;
    std::optional<Document> document;
    std::string vrt;
    std::string id;
};

// The id in the tag that opens a section; else its number in its file.
std::string vrt_id(const reading::RawRecord& record) {
    const std::string_view line =
        std::string_view(record.bytes).substr(0, record.bytes.find_first_of("\r\n"));
    if (reading::is_vrt_tag(line))
        for (auto& [name, value] : reading::vrt_attributes(line))
            if (name == "id") return std::move(value);
    return record.path_id + '#' + std::to_string(record.record);
}

int add_all(const IndexToolOptions& options, search::IndexWriter& writer) {
    const Lexicon lexicon = open_lexicon(options.analysis);
    pipeline::AnnotatorOptions annotating = options.analysis.annotator;
    annotating.layers = annotating.layers | Layers{Layer::kSentences, Layer::kTokens};
    const pipeline::Annotator annotator(lexicon, annotating);
    reading::ParseOptions parse = options.input.parse;
    parse.text_required = false;
    const reading::ArticleParser parser(parse);
    const pipeline::DocumentReader reader(parser, annotator, annotating.layers);

    BadArticles bad("lede-index", options.run);
    reading::ArticleSource source(input_paths(options.input), options.input.source);
    const auto work = [&](Result<reading::RawRecord>&& record) {
        Read read;
        if (!record) {
            read.error = record.error();
        } else if (record.value().format == reading::Format::kVrt) {
            read.id = vrt_id(record.value());
            read.vrt = std::move(record.value().bytes);
        } else {
            Result<Document> document = reader.read(record.value());
            if (!document)
                read.error = document.error();
            else
                read.document = std::move(document.value());
        }
        return read;
    };
    const auto sink = [&](Read&& read) {
        if (read.error) return bad.report(*read.error);
        bad.count_good();
        if (read.document)
            writer.add(*read.document);
        else
            writer.add_vrt(read.vrt, read.id);
        return true;
    };
    pipeline::run_records<Read>(source, work, sink, flow_limits(options.run));
    bad.finish();
    return bad.exit_status();
}

void print_ids(const std::string& index) {
    writing::Output output("-");
    for (const std::string& id : search::document_ids(index)) output.write(id + '\n');
    output.finish();
}

}  // namespace

int run_index(const std::vector<std::string>& arguments) {
    IndexToolOptions options;
    options.analysis.annotator.layers =
        kDefaultLayers | Layers{Layer::kTokens, Layer::kUpos, Layer::kXpos, Layer::kLemmas};
    const Command command = index_command(options);
    parse_command_line(command, arguments);
    if (print_asked_page(command, options.pages)) return kExitDone;
    if (options.operands.empty()) throw UsageError{"an index is missing"};
    const std::string index = options.operands.front();
    options.input.paths.assign(options.operands.begin() + 1, options.operands.end());
    if (options.list) {
        if (!options.input.paths.empty() || options.merge || !options.deleted.empty())
            throw UsageError{"--list goes with an index alone"};
        print_ids(index);
        return kExitDone;
    }
    if (!options.index.vrt_columns.empty() && options.input.source.format == reading::Format::kAuto)
        options.input.source.format = reading::Format::kVrt;
    search::IndexWriter writer(index, options.index);
    int status = kExitDone;
    if (!options.deleted.empty()) writer.remove({options.deleted.begin(), options.deleted.end()});
    const bool adds = !options.input.paths.empty() || !options.input.files0_from.empty() ||
                      (!options.merge && options.deleted.empty());
    if (adds) status = add_all(options, writer);
    if (options.merge) writer.merge();
    // Where nothing could be read there is nothing new to keep.
    if (status != kExitFailed || writer.documents() > 0) writer.commit();
    return status;
}

}  // namespace lede::tools
