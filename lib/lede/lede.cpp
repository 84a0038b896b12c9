#include "lede/lede.h"

#include "lexicon/lexicon.h"
#include "pipeline/annotator.h"
#include "reading/article_parser.h"
#include "reading/article_source.h"
#include "writing/record_writer.h"

namespace lede {
namespace {

reading::ParseOptions parse_options(const ReaderOptions& options) {
    return {.published = options.published, .map = options.map, .max_article = options.max_article};
}

Lexicon open_lexicon(const AnalyzerOptions& options) {
    return options.data.empty() ? Lexicon() : Lexicon(options.data);
}

}  // namespace

std::string_view version() { return LEDE_VERSION; }

struct Reader::State {
    reading::ArticleSource source;
    reading::ArticleParser parser;
};

Reader::Reader(std::vector<std::string> paths, const ReaderOptions& options)
    : state_(
          new State{reading::ArticleSource(std::move(paths), {.max_article = options.max_article}),
                    reading::ArticleParser(parse_options(options))}) {}
Reader::~Reader() = default;
Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;

std::optional<Result<Article>> Reader::next() {
    const auto record = state_->source.next();
    if (!record) return std::nullopt;
    if (!*record) return Result<Article>(record->error());
    return state_->parser.parse(record->value());
}

Result<Article> read_text(std::string_view text, std::string id, const ReaderOptions& options) {
    reading::RawRecord record{.source = {}, .path_id = std::move(id)};
    record.format = reading::Format::kText;
    record.bytes = text;
    return reading::ArticleParser(parse_options(options)).parse(record);
}

struct Analyzer::State {
    Lexicon lexicon;
    pipeline::Annotator annotator;
};

Analyzer::Analyzer(const AnalyzerOptions& options) {
    const Lexicon lexicon = open_lexicon(options);
    state_.reset(new State{lexicon, pipeline::Annotator(lexicon, {.layers = options.layers})});
}
Analyzer::~Analyzer() = default;
Analyzer::Analyzer(Analyzer&&) noexcept = default;
Analyzer& Analyzer::operator=(Analyzer&&) noexcept = default;

Document Analyzer::annotate(Article article) const {
    return state_->annotator.annotate(std::move(article));
}

std::string to_json(const Document& document, Layers layers, const JsonOptions& options) {
    std::string json;
    writing::RecordWriter(
        {.unit = options.offsets, .layers = layers, .with_text = options.with_text})
        .append(document, json);
    json.pop_back();  // the line end
    return json;
}

std::string_view json_schema() { return Lexicon().file("writing/record.schema.json"); }

}  // namespace lede
