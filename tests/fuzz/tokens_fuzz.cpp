// Any text gives tokens that lie inside it, in order.
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "text/utf8.h"
#include "tokens/tokenizer.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const lede::tokens::Tokenizer tokenizer{lede::Lexicon()};
    lede::Article article;
    article.text = lede::utf8::repair({reinterpret_cast<const char*>(data), size});
    article.blocks = {{lede::make_span(0, article.text.size()), lede::BlockKind::kParagraph}};
    std::vector<lede::Token> tokens;
    std::vector<lede::Sentence> sentences;
    tokenizer.tokenize(article, tokens, sentences);
    std::size_t end = 0;
    for (const lede::Token& token : tokens) {
        if (token.span.begin < end || token.span.empty() || token.span.end > article.text.size())
            std::abort();
        end = token.span.end;
    }
    return 0;
}
