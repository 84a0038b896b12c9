// Any text, as words without tags or names: quotations must lie inside it, and the speakers too.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "quotes/quote_finder.h"
#include "text/utf8.h"
#include "tokens/tokenizer.h"

namespace {

void require_inside(lede::Span span, std::string_view text) {
    if (span.begin > span.end || span.end > text.size()) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const lede::tokens::Tokenizer tokenizer{lede::Lexicon()};
    static const lede::quotes::QuoteFinder finder(lede::Lexicon(), {});
    lede::Document document;
    lede::Article& article = document.article;
    article.text = lede::utf8::repair({reinterpret_cast<const char*>(data), size});
    article.blocks = {{lede::make_span(0, article.text.size()), lede::BlockKind::kParagraph}};
    tokenizer.tokenize(article, document.tokens, document.sentences);
    const lede::quotes::Quotes found = finder.find(document);
    for (const lede::Quote& quote : found.quotes) {
        require_inside(quote.place.span, article.text);
        if (quote.speaker) require_inside(quote.speaker->span, article.text);
        if (quote.cue) require_inside(*quote.cue, article.text);
    }
    for (const lede::Span span : found.nonspeech) require_inside(span, article.text);
    return 0;
}
