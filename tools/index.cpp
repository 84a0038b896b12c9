// lede-index: builds and changes indexes.
#include <optional>
#include <set>
#include <utility>

#include "article_prints.h"
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

// Adds inputs to an index, in their order: indexes as they are, and what stands between them read
// as articles.
class Addition {
  public:
    Addition(const IndexToolOptions& options, search::IndexWriter& writer)
        : options_(options), writer_(writer), bad_("lede-index", options.run) {}

    int add(const std::vector<std::string>& paths) {
        // Shares and copies are of records.
        const bool joins = options_.input.source.share.of == 1 && options_.input.unique.empty();
        std::vector<std::string> articles;
        for (const std::string& path : paths) {
            if (!joins || !search::is_index(path)) {
                articles.push_back(path);
                continue;
            }
            add_articles(std::exchange(articles, {}));
            if (!stopped_) writer_.join(path);
        }
        add_articles(articles);
        bad_.finish();
        return bad_.exit_status();
    }

  private:
    void add_articles(const std::vector<std::string>& paths);
    bool take(Read&& read);

    const IndexToolOptions& options_;
    search::IndexWriter& writer_;
    BadArticles bad_;
    bool stopped_ = false;  // by --strict
};

void Addition::add_articles(const std::vector<std::string>& paths) {
    if (paths.empty() || stopped_) return;
    const Lexicon lexicon = open_lexicon(options_.analysis);
    pipeline::AnnotatorOptions annotating = options_.analysis.annotator;
    annotating.layers = annotating.layers | Layers{Layer::kSentences, Layer::kTokens};
    const pipeline::Annotator annotator(lexicon, annotating);
    reading::ParseOptions parse = options_.input.parse;
    parse.text_required = false;
    const reading::ArticleParser parser(parse);
    const pipeline::DocumentReader reader(parser, annotator, annotating.layers);
    pipeline::FlowLimits limits = flow_limits(options_.run);
    // What waits while a segment is written is analysed and takes many times the room of its text.
    limits.bytes_in_flight /= 2;

    reading::ArticleSource source(paths, source_options(options_.input, paths, lexicon, limits));
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
    const auto sink = [&](Read&& read) { return take(std::move(read)); };
    pipeline::run_records<Read>(source, work, sink, limits);
}

bool Addition::take(Read&& read) {
    if (read.error) {
        stopped_ = !bad_.report(*read.error);
        return !stopped_;
    }
    bad_.count_good();
    if (read.document)
        writer_.add(*read.document);
    else
        writer_.add_vrt(read.vrt, read.id);
    return true;
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
    if (adds) status = Addition(options, writer).add(input_paths(options.input));
    if (options.merge) writer.merge();
    // Where nothing could be read there is nothing new to keep.
    if (status != kExitFailed || writer.documents() > 0) writer.commit();
    return status;
}

}  // namespace lede::tools
