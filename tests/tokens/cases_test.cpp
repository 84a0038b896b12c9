#include "tokens/cases.h"

#include <catch2/catch.hpp>

#include "tokens/tokenizer.h"

using namespace lede;

namespace {

struct Tokenized {
    std::vector<Token> tokens;
    std::vector<Sentence> sentences;
};

Tokenized tokenize(const std::string& text) {
    const tokens::Tokenizer tokenizer{Lexicon()};
    Article article;
    article.text = text;
    article.blocks = {{make_span(0, text.size()), BlockKind::kParagraph}};
    Tokenized result;
    tokenizer.tokenize(article, result.tokens, result.sentences);
    return result;
}

void remove_all(std::string& text, std::string_view what) {
    for (std::size_t at = 0; (at = text.find(what, at)) != text.npos;) text.erase(at, what.size());
}

}  // namespace

std::string test::text_of_case(std::string_view marked) {
    std::string text(marked);
    for (const char* mark : {"‖ ", "‖", "|+", "|"}) remove_all(text, mark);
    return text;
}

std::string test::with_tokens(const std::string& text) {
    const Tokenized all = tokenize(text);
    std::string out;
    std::size_t at = 0;
    for (const Sentence& sentence : all.sentences) {
        for (std::uint32_t i = sentence.first_token; i < sentence.last_token; ++i) {
            const Span span = all.tokens[i].span;
            out += text.substr(at, span.begin - at);
            if (i == sentence.first_token && i > 0) out += "‖ ";
            if (i > sentence.first_token && span.begin == at)
                out += all.tokens[i].joined ? "|+" : "|";
            out += span.of(text);
            at = span.end;
        }
    }
    return out + text.substr(at);
}

std::string test::with_sentences(const std::string& text) {
    const Tokenized all = tokenize(text);
    std::string out;
    std::size_t at = 0;
    for (const Sentence& sentence : all.sentences) {
        out += text.substr(at, sentence.span.begin - at);
        if (at > 0) out += "‖ ";
        out += sentence.span.of(text);
        at = sentence.span.end;
    }
    return out + text.substr(at);
}

TEST_CASE("a case gives its text") {
    CHECK(test::text_of_case("Kim|+’s plan|. ‖ No|.") == "Kim’s plan. No.");
}
