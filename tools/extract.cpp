// lede-extract: articles in, annotated records or tables out.
#include <fmt/format.h>

#include "article_prints.h"
#include "bad_articles.h"
#include "copy_notes.h"
#include "extract_options.h"
#include "extract_outputs.h"
#include "message.h"
#include "pages.h"
#include "parted_run.h"
#include "pipeline/article_run.h"
#include "progress.h"
#include "run_report.h"
#include "tool.h"
#include "writing/output.h"

namespace lede::tools {
namespace {

void write_file(const std::string& path, const std::string& content) {
    writing::Output output(path);
    output.write(content);
    output.finish();
}

// What was read and not annotated, and what was not read, is said once, at the end.
void tell_left_out(std::uint64_t passed_over, std::uint64_t foreign) {
    const auto counted = [](std::uint64_t count, std::string_view what) {
        return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s");
    };
    if (passed_over > 0)
        print_message("lede-extract",
                      counted(passed_over, "file") + " of kinds that are not read passed over");
    if (foreign > 0)
        print_message("lede-extract", counted(foreign, "article") +
                                          " in other languages than English not annotated "
                                          "(--language any annotates all)");
}

int extract(const ExtractOptions& options) {
    const Lexicon lexicon = open_lexicon(options.analysis);
    ExtractOutputs outputs(options, lexicon);
    BadArticles bad("lede-extract", options.run);
    PartedRun parts(options, outputs, bad);
    pipeline::AnnotatorOptions asked = options.analysis.annotator;
    asked.layers = outputs.layers();
    const pipeline::Annotator annotator(lexicon, asked);
    const reading::ArticleParser parser(parse_options(options.input, lexicon));
    const std::vector<std::string> paths = input_paths(options.input);
    Progress progress(paths, options.input.source.share.of, options.run.progress);
    const pipeline::FlowLimits limits = flow_limits(options.run);
    reading::SourceOptions sources = source_options(options.input, paths, lexicon, limits);
    sources.by_line = options.line_buffered;
    reading::ArticleSource source(paths, sources);
    RunReport report{.tool = "lede-extract", .arguments = options.arguments, .jobs = limits.jobs};
    pipeline::StageTimes times;
    pipeline::StageTimes* const timed = options.run.report.empty() ? nullptr : &times;
    CopyNotes copies;
    bool ended_early = false;

    const auto work = [&](Article&& article, pipeline::Outcome& outcome) {
        if (options.same_as) outcome.print = duplicates::fingerprint_of(article);
        const Document document = annotator.annotate(std::move(article), timed);
        outcome.counts = pipeline::counts_of(document);
        const pipeline::StageTimer timer(timed, pipeline::Stage::kWriting);
        outputs.format(document, outcome.parts);
    };
    const auto sink = [&](pipeline::Outcome&& outcome) {
        if (outcome.error) {
            progress.clear();
            ended_early = !bad.report(*outcome.error);
        } else {
            bad.count_good();
            if (outcome.print) copies.note(*outcome.print, outcome.parts.front());
        }
        parts.write(outcome);
        progress.update(parts.counts());
        return !ended_early;
    };
    if (parts.pass_over(source)) {
        progress.begin(parts.counts());
        run_articles(source, parser, work, sink, limits);
        progress.finish(parts.counts());
        parts.finish(ended_early);
    }
    bad.finish();
    report.passed_over = source.files_passed_over();
    tell_left_out(report.passed_over,
                  asked.any_language ? 0 : parts.counts()[pipeline::Count::kForeign]);
    if (timed) write_file(options.run.report, report_of(report, parts.counts(), times, bad));
    return bad.exit_status();
}

}  // namespace

int run_extract(const std::vector<std::string>& arguments) {
    ExtractOptions options;
    options.arguments = arguments;
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
