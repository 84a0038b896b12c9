// lede-extract: articles in, annotated records out.
#include "bad_articles.h"
#include "extract_options.h"
#include "pipeline/article_run.h"
#include "tool.h"
#include "writing/output.h"
#include "writing/record_writer.h"

namespace lede::tools {
namespace {

int extract(const ExtractOptions& options) {
    const Lexicon lexicon = open_lexicon(options.analysis);
    pipeline::AnnotatorOptions asked = options.analysis.annotator;
    asked.layers = options.layers.value_or(kDefaultLayers);
    const pipeline::Annotator annotator(lexicon, asked);
    const reading::ArticleParser parser(options.input.parse);
    const writing::RecordWriter writer(
        {.unit = options.unit, .layers = asked.layers, .with_text = !options.no_text});
    writing::Output output(options.output);
    BadArticles bad("lede-extract", options.run);
    reading::ArticleSource source(input_paths(options.input), options.input.source);

    const auto work = [&](Article&& article, std::vector<std::string>& parts) {
        writer.append(annotator.annotate(std::move(article)), parts.emplace_back());
    };
    const auto sink = [&](pipeline::Outcome&& outcome) {
        if (outcome.error) return bad.report(*outcome.error);
        output.write(outcome.parts[0]);
        bad.count_good();
        return true;
    };
    run_articles(source, parser, work, sink, flow_limits(options.run));
    output.finish();
    bad.finish();
    return bad.exit_status();
}

}  // namespace

int run_extract(const std::vector<std::string>& arguments) {
    ExtractOptions options;
    const Command command = extract_command(options);
    parse_command_line(command, arguments);
    if (print_asked_page(command, options.pages)) return kExitDone;
    return extract(options);
}

}  // namespace lede::tools
