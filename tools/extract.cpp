// lede-extract: articles in, annotated records or tables out.
#include "bad_articles.h"
#include "extract_options.h"
#include "extract_outputs.h"
#include "pages.h"
#include "pipeline/article_run.h"
#include "progress.h"
#include "tool.h"

namespace lede::tools {
namespace {

int extract(const ExtractOptions& options) {
    const Lexicon lexicon = open_lexicon(options.analysis);
    ExtractOutputs outputs(options, lexicon);
    BadArticles bad("lede-extract", options.run);
    pipeline::AnnotatorOptions asked = options.analysis.annotator;
    asked.layers = outputs.layers();
    const pipeline::Annotator annotator(lexicon, asked);
    const reading::ArticleParser parser(parse_options(options.input, lexicon));
    const std::vector<std::string> paths = input_paths(options.input);
    reading::ArticleSource source(paths, options.input.source);
    Progress progress(paths);
    Done done;

    const auto work = [&](Article&& article, std::vector<std::string>& parts) {
        outputs.format(annotator.annotate(std::move(article)), parts);
    };
    const auto sink = [&](pipeline::Outcome&& outcome) {
        done.bytes += outcome.input_bytes;
        if (outcome.error) {
            ++done.skipped;
            progress.clear();
            return bad.report(*outcome.error);
        }
        ++done.articles;
        outputs.write(outcome.parts);
        bad.count_good();
        progress.update(done);
        return true;
    };
    run_articles(source, parser, work, sink, flow_limits(options.run));
    progress.clear();
    outputs.finish();
    bad.finish();
    return bad.exit_status();
}

}  // namespace

int run_extract(const std::vector<std::string>& arguments) {
    ExtractOptions options;
    const Command command = extract_command(options);
    parse_command_line(command, arguments);
    if (print_asked_page(command, options.pages)) return kExitDone;
    if (options.schema) {
        print_page(std::string(Lexicon().file("writing/record.schema.json")));
        return kExitDone;
    }
    return extract(options);
}

}  // namespace lede::tools
