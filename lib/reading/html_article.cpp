#include "reading/html_article.h"

#include <algorithm>

#include "reading/html_reader.h"
#include "reading/json_text.h"
#include "reading/language.h"

namespace lede::reading {
namespace {

BlockKind kind_of(const PageBlock& block, PageBlockRole role) {
    if (role == PageBlockRole::kCaption) return BlockKind::kCaption;
    if (role == PageBlockRole::kDeck) return BlockKind::kDeck;
    if (is_heading(block.tag)) return BlockKind::kHeading;
    switch (block.tag) {
        case Tag::kLi:
        case Tag::kDd:
        case Tag::kDt:
        case Tag::kTd:
            return BlockKind::kList;
        case Tag::kBlockquote:
            return BlockKind::kBlockquote;
        default:
            return BlockKind::kParagraph;
    }
}

void add_block(Article& article, std::string_view text, BlockKind kind) {
    if (text.empty()) return;
    const bool in_list = kind == BlockKind::kList && !article.blocks.empty() &&
                         article.blocks.back().kind == BlockKind::kList;
    if (!article.text.empty()) article.text += in_list ? "\n" : "\n\n";
    const std::size_t begin = article.text.size();
    article.text += text;
    article.blocks.push_back({make_span(begin, article.text.size()), kind});
}

void take_metadata(PageMetadata metadata, Article& article) {
    const auto fill = [](std::string& target, std::string& value) {
        if (target.empty()) target = std::move(value);
    };
    fill(article.byline, metadata.byline);
    fill(article.publication, metadata.publication);
    if (article.published.empty()) {
        article.published = std::move(metadata.published);
        article.published_from = metadata.published_from;
    }
    if (article.language.empty())
        article.language = identify_language(article.text, metadata.language);
    if (!metadata.url.empty()) article.meta.emplace_back("url", quote(metadata.url));
}

}  // namespace

std::optional<Error> HtmlArticleReader::read(const std::string& page, std::string_view url,
                                             Article& article) const {
    const Result<HtmlTree> parsed = read_html(page);
    if (!parsed) return parsed.error();
    const HtmlTree& tree = parsed.value();
    const std::vector<PageBlock> blocks = find_page_blocks(tree);
    PageMetadata metadata = metadata_.read(tree, blocks, url);
    std::vector<PageBlockRole> roles = body_.find(tree, blocks, metadata.title);
    if (std::ranges::find(roles, PageBlockRole::kBody) == roles.end())
        std::ranges::fill(roles, PageBlockRole::kBody);
    if (article.title.empty()) article.title = metadata.title;
    add_block(article, article.title, BlockKind::kTitle);
    for (std::size_t i = 0; i < blocks.size(); ++i)
        if (roles[i] != PageBlockRole::kOut && blocks[i].text != article.title)
            add_block(article, blocks[i].text, kind_of(blocks[i], roles[i]));
    take_metadata(std::move(metadata), article);
    if (article.blocks.empty()) return Error{{}, 0, 0, "holds no text"};
    return std::nullopt;
}

}  // namespace lede::reading
