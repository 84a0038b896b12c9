#include "stats_run.h"

#include "article_prints.h"
#include "message.h"
#include "search/query_parser.h"

namespace lede::tools {
namespace {

std::optional<search::Matcher> compile_where(const std::string& option, const std::string& text) {
    if (text.empty()) return std::nullopt;
    auto parsed = search::parse_bag(text, {});
    if (const auto* error = std::get_if<search::QueryError>(&parsed))
        throw UsageError{option + ": bad query", search::show_error(text, *error) + "\n"};
    auto matcher = search::Matcher::compile(std::get<search::Query>(std::move(parsed)));
    if (const auto* error = std::get_if<search::QueryError>(&matcher))
        throw UsageError{option + ": bad query", search::show_error(text, *error) + "\n"};
    return std::get<search::Matcher>(std::move(matcher));
}

}  // namespace

StatsRun::StatsRun(const StatsOptions& options, Layers layers)
    : options_(options),
      where_(compile_where("--where", options.where)),
      reference_where_(compile_where("--reference-where", options.reference_where)),
      lexicon_(open_lexicon(options.analysis)),
      bad_("lede-stats", options.run),
      fields_(options.by) {
    if (where_) layers = layers | search::layers_of(where_->query());
    if (reference_where_) layers = layers | search::layers_of(reference_where_->query());
    const bool annotates = where_ || reference_where_ || !layers.empty();
    reading::ParseOptions parse = parse_options(options.input, lexicon_);
    parse.text_required = !annotates;
    parse.identify_language = annotates || options.by.has_field("language");
    // Plain words are those of the whole text, unless boilerplate is to be left out or a field that
    // its lines may give is asked for.
    parse.find_structure = annotates || !options.by.empty() ||
                           options.within != stats::Within::kArticle ||
                           parse.boilerplate != reading::BoilerplatePolicy::kKeep;
    parser_ = std::make_unique<reading::ArticleParser>(parse);
    if (!annotates) return;
    pipeline::AnnotatorOptions annotating = options.analysis.annotator;
    annotating.layers = layers;
    annotator_ = std::make_unique<pipeline::Annotator>(lexicon_, annotating);
    reader_ = std::make_unique<pipeline::DocumentReader>(*parser_, *annotator_, layers);
}

StatsRun::~StatsRun() = default;

reading::ArticleSource StatsRun::open(const std::vector<std::string>& paths) const {
    return reading::ArticleSource(
        paths, source_options(options_.input, paths, open_lexicon(options_.analysis),
                              flow_limits(options_.run)));
}

std::optional<Document> StatsRun::read(Result<reading::RawRecord>&& record,
                                       std::optional<Error>& error) {
    if (!record) {
        error = record.error();
        return std::nullopt;
    }
    if (!reader_) {
        Result<Article> article = parser_->parse(record.value());
        std::string().swap(record.value().bytes);  // counting a large text needs the room
        if (!article) {
            error = article.error();
            return std::nullopt;
        }
        fields_.look(article.value());
        return Document{.article = std::move(article.value())};
    }
    Result<Document> document = reader_->read(record.value());
    if (!document) {
        error = document.error();
        return std::nullopt;
    }
    if (*chosen_ && !(*chosen_)->matches(document.value())) return std::nullopt;
    fields_.look(document.value().article);
    return std::move(document.value());
}

bool StatsRun::note(const std::optional<Error>& error) {
    if (said_) return true;
    if (error) return bad_.report(*error);
    bad_.count_good();
    return true;
}

void StatsRun::each(const std::vector<std::string>& paths, const Work& work) {
    using Outcome = std::optional<Error>;
    auto source = open(paths);
    const auto read_and_work = [&](Result<reading::RawRecord>&& record) {
        Outcome error;
        if (const auto document = read(std::move(record), error)) work(*document);
        return error;
    };
    const auto sink = [&](Outcome&& error) { return note(error); };
    pipeline::run_records<Outcome>(source, read_and_work, sink, flow_limits(options_.run));
}

int StatsRun::finish() {
    bad_.finish();
    for (const std::string& complaint : fields_.complaints())
        print_message("lede-stats", "--by: " + complaint);
    return bad_.exit_status();
}

}  // namespace lede::tools
