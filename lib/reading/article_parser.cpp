#include "reading/article_parser.h"

#include <algorithm>
#include <stdexcept>

#include "reading/calendar_date.h"
#include "reading/encoding.h"
#include "reading/html_article.h"
#include "reading/json_article.h"
#include "reading/language.h"
#include "reading/plain_text.h"
#include "text/unicode.h"

namespace lede::reading {
namespace {

bool is_blank(std::string_view text) { return std::ranges::all_of(text, unicode::is_ascii_space); }

}  // namespace

struct ArticleParser::Readers {
    explicit Readers(const ParseOptions& options)
        : dates(options.lexicon),
          plain(options.lexicon),
          html(options.lexicon),
          json(options.lexicon, options.map),
          decoder(options.lexicon) {
        if (options.published.empty()) return;
        const auto date = dates.read(options.published);
        if (!date) throw std::invalid_argument("\"" + options.published + "\" is not a date");
        published = *date;
    }

    // Fills what the record itself says. Error::position is relative to the record.
    std::optional<Error> read(const RawRecord& record, Article& article) const {
        switch (record.format) {
            case Format::kJsonl:
            case Format::kLede:
                return json.read(record.bytes, article);
            case Format::kHtml:
                return html.read(decoder.decode(record.bytes, "", true), "", article);
            default:
                return read_text(decoder.decode(record.bytes, "", false), article);
        }
    }

    static std::optional<Error> read_text(std::string text, Article& article) {
        if (is_blank(text)) return Error{{}, 0, 0, "holds no text"};
        article.text = std::move(text);
        return std::nullopt;
    }

    DateReader dates;
    PlainTextReader plain;
    HtmlArticleReader html;
    JsonArticleReader json;
    TextDecoder decoder;
    std::string published;
};

ArticleParser::ArticleParser(ParseOptions options)
    : readers_(std::make_unique<const Readers>(options)) {}
ArticleParser::~ArticleParser() = default;
ArticleParser::ArticleParser(ArticleParser&&) noexcept = default;

Result<Article> ArticleParser::parse(const RawRecord& record) const {
    Article article;
    article.id = record.path_id;
    article.source = record.source == "-" ? std::string() : record.source;
    article.language.clear();
    if (auto error = readers_->read(record, article)) {
        error->source = record.source;
        error->record = record.record;
        error->position += record.position;
        return *error;
    }
    if (article.published.empty() && !readers_->published.empty()) {
        article.published = readers_->published;
        article.published_from = PublishedFrom::kOption;
    }
    if (article.blocks.empty()) readers_->plain.read(article);
    if (article.language.empty()) article.language = identify_language(article.text, "");
    return article;
}

}  // namespace lede::reading
