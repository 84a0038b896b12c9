// lede-extract: articles in, annotated records out.
#include <fmt/format.h>

#include "extract_options.h"
#include "help_page.h"
#include "message.h"
#include "tool.h"
#include "writing/output.h"

namespace lede::tools {
namespace {

constexpr const char* kName = "lede-extract";

std::string message_of(const Error& error) {
    if (error.record == 0) return fmt::format("{}: {}", error.source, error.what);
    return fmt::format("{}:{}: {} (article skipped)", error.source, error.record, error.what);
}

int print_page(const std::string& page) {
    writing::Output output("-");
    output.write(page);
    output.finish();
    return kExitDone;
}

int extract(const ExtractOptions& options) {
    const Lexicon lexicon = options.data.empty() ? Lexicon() : Lexicon(options.data);
    pipeline::AnnotatorOptions asked = options.annotator;
    asked.layers = options.record.layers;
    const pipeline::Annotator annotator(lexicon, asked);
    const reading::ArticleParser parser(options.parse);
    const writing::RecordWriter writer(options.record);
    writing::Output output(options.output);
    reading::ArticleSource source(options.paths, options.source);
    int status = kExitDone;
    std::string bytes;
    while (const auto record = source.next()) {
        Result<Article> article =
            *record ? parser.parse(record->value()) : Result<Article>(record->error());
        if (!article) {
            print_message(kName, message_of(article.error()));
            status = article.error().record == 0 ? kExitFailed : std::max(status, kExitSkipped);
            if (article.error().record == 0) status = kExitFailed;
            continue;
        }
        bytes.clear();
        writer.append(annotator.annotate(std::move(article.value())), bytes);
        output.write(bytes);
    }
    output.finish();
    return status;
}

}  // namespace

int run_extract(const std::vector<std::string>& arguments) {
    ExtractOptions options;
    const Command command = extract_command(options);
    parse_command_line(command, arguments);
    if (options.help || options.brief_help) return print_page(help_page(command, !options.help));
    if (options.version) return print_page(fmt::format("{} {}\n", kName, LEDE_VERSION));
    if (options.paths.empty()) options.paths.emplace_back("-");
    return extract(options);
}

}  // namespace lede::tools
