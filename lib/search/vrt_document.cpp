#include "search/vrt_document.h"

#include <utility>

#include "reading/vrt_line.h"
#include "search/token_table_builder.h"
#include "search/vrt_table.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace lede::search {

Document vrt_document(Article article, std::string_view section) {
    Document document;
    document.article = std::move(article);
    TokenTableBuilder builder({"word"});
    const std::string repaired = utf8::repair(section);
    add_vrt(repaired, {"word"}, builder);
    const TokenTable& table = builder.finish();
    const std::string_view text = document.text();
    std::size_t at = 0;
    for (std::uint32_t i = 0; i < table.size; ++i) {
        const std::string_view word = table.columns[0].values[table.columns[0].ids[i]];
        while (at < text.size() && unicode::is_ascii_space(text[at]) &&
               !text.substr(at).starts_with(word))
            ++at;
        const std::size_t end = std::min(text.size(), at + word.size());
        document.tokens.push_back({make_span(at, end)});
        at = end;
    }
    if (const RegionColumns* const sentences = table.region("s"))
        for (std::uint32_t i = 0; i < sentences->size(); ++i) {
            const std::uint32_t first = sentences->begins[i];
            const std::uint32_t last = sentences->end(i);
            if (!document.sentences.empty() && first < document.sentences.back().last_token)
                continue;  // nested
            document.sentences.push_back(
                {cover(document.tokens[first].span, document.tokens[last - 1].span), first, last});
        }
    document.computed = {Layer::kBlocks, Layer::kSentences, Layer::kTokens};
    return document;
}

}  // namespace lede::search
