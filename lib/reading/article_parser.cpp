#include "reading/article_parser.h"

#include <utility>

#include "text/utf8.h"

namespace lede::reading {

ArticleParser::ArticleParser(ParseOptions options) : options_(std::move(options)) {}

Result<Article> ArticleParser::parse(const RawRecord& record) const {
    Article article;
    article.id = record.path_id;
    article.source = record.source;
    article.published = options_.published;
    article.text = utf8::repair(record.bytes);
    article.blocks.push_back({make_span(0, article.text.size()), BlockKind::kParagraph});
    return article;
}

}  // namespace lede::reading
