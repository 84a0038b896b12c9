#include "reading/article_parser.h"

#include <algorithm>
#include <stdexcept>

#include "reading/calendar_date.h"
#include "reading/json_article.h"
#include "reading/plain_text.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace lede::reading {
namespace {

bool is_blank(std::string_view text) { return std::ranges::all_of(text, unicode::is_ascii_space); }

}  // namespace

struct ArticleParser::Readers {
    explicit Readers(const ParseOptions& options)
        : dates(options.lexicon), plain(options.lexicon), json(options.lexicon, options.map) {
        if (options.published.empty()) return;
        const auto date = dates.read(options.published);
        if (!date) throw std::invalid_argument("\"" + options.published + "\" is not a date");
        published = *date;
    }

    DateReader dates;
    PlainTextReader plain;
    JsonArticleReader json;
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
    if (record.format == Format::kJsonl || record.format == Format::kLede) {
        if (auto error = readers_->json.read(record.bytes, article)) {
            error->source = record.source;
            error->record = record.record;
            error->position += record.position;
            return *error;
        }
    } else {
        article.text = utf8::repair(record.bytes);
        if (article.text.starts_with("\xEF\xBB\xBF")) article.text.erase(0, 3);
        if (is_blank(article.text))
            return Error{record.source, record.record, record.position, "holds no text"};
    }
    if (article.published.empty() && !readers_->published.empty()) {
        article.published = readers_->published;
        article.published_from = PublishedFrom::kOption;
    }
    if (article.blocks.empty()) readers_->plain.read(article);
    return article;
}

}  // namespace lede::reading
