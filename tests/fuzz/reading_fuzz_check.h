// What the fuzz entries of reading share: bytes read as one format, and what must hold of every
// article: valid text, blocks in order inside it that begin and end between characters.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "reading/article_parser.h"
#include "reading/byte_window.h"
#include "reading/json_text.h"
#include "reading/record_cutter.h"
#include "text/utf8.h"

namespace lede::fuzz {

inline void check_article(const Article& article) {
    for (const std::string* text : {&article.text, &article.id, &article.title, &article.byline,
                                    &article.publication, &article.language})
        if (!utf8::is_valid(*text)) std::abort();
    std::uint32_t least = 0;
    for (const Block& block : article.blocks) {
        if (block.span.begin < least || block.span.end < block.span.begin) std::abort();
        if (block.span.end > article.text.size()) std::abort();
        least = block.span.end;
        for (const std::uint32_t at : {block.span.begin, block.span.end})
            if (at < article.text.size() && utf8::is_continuation(article.text[at])) std::abort();
    }
    for (const auto& [name, piece] : article.meta)
        if (!reading::is_json_value(piece)) std::abort();
}

inline void read_as(reading::Format format, const std::uint8_t* data, std::size_t size) {
    static const reading::ArticleParser parser({.max_article = std::uint64_t{1} << 20});
    reading::ByteWindow window(
        reading::open_string(std::string(reinterpret_cast<const char*>(data), size)));
    const auto cutter =
        reading::make_cutter(format, window, {.max_article = std::uint64_t{1} << 20});
    while (auto record = cutter->next()) {
        if (!*record) continue;
        const auto article = parser.parse(record->value());
        if (article) check_article(article.value());
    }
}

}  // namespace lede::fuzz
