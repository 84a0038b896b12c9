// What the tests of this room share: an article from bytes, and its blocks as marked text.
#pragma once

#include <array>
#include <stdexcept>
#include <string>
#include <utility>

#include "reading/article_parser.h"
#include "support/marked_text.h"

namespace lede::test {

inline Article parse_bytes(std::string bytes, reading::Format format,
                           reading::ParseOptions options = {}) {
    const reading::ArticleParser parser(std::move(options));
    reading::RawRecord record{.source = "a.txt", .path_id = "a.txt", .format = format};
    record.bytes = std::move(bytes);
    auto result = parser.parse(record);
    if (!result) throw std::runtime_error(result.error().what);
    return std::move(result.value());
}

// "[Talks End|title]\n\n[The talks ended.|paragraph]"
inline std::string marked_blocks(const Article& article) {
    static constexpr std::array kNames = {"title",    "deck",    "byline",     "publication",
                                          "dateline", "heading", "paragraph",  "blockquote",
                                          "list",     "caption", "boilerplate"};
    std::vector<MarkedSpan> spans;
    for (const Block& block : article.blocks)
        spans.push_back({block.span, kNames[static_cast<std::size_t>(block.kind)]});
    return write_marked(article.text, std::move(spans));
}

}  // namespace lede::test
