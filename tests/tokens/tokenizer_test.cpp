// Words and sentences of news text, written as "word|word‖sentence" with + before joined tokens.
#include "tokens/tokenizer.h"

#include <catch2/catch.hpp>
#include <string>

using namespace lede;

namespace {

// "Korea|+’s|summit|. ‖ Kim|left|."
std::string tokenized(const std::string& text) {
    static const Lexicon lexicon;
    static const tokens::Tokenizer tokenizer(lexicon);
    Article article;
    article.text = text;
    article.blocks = {{make_span(0, text.size()), BlockKind::kParagraph}};
    std::vector<Token> words;
    std::vector<Sentence> sentences;
    tokenizer.tokenize(article, words, sentences);
    std::string out;
    for (const Sentence& sentence : sentences) {
        if (!out.empty()) out += " ‖ ";
        for (std::uint32_t i = sentence.first_token; i < sentence.last_token; ++i) {
            if (i > sentence.first_token) out += words[i].joined ? "|+" : "|";
            out += words[i].span.of(text);
        }
    }
    return out;
}

}  // namespace

TEST_CASE("clitics are split and marked as joined") {
    CHECK(tokenized("Korea’s leader didn't go.") == "Korea|+’s|leader|did|+n't|go|.");
    CHECK(tokenized("The Hawks’ O'Brien cannot play.") == "The|Hawks|+’|O'Brien|can|+not|play|.");
}

TEST_CASE("owners and run-together words of the web are two words") {
    CHECK(tokenized("someone elses todays paper, dunno") ==
          "someone|else|+s|today|+s|paper|,|du|+n|+no");
    CHECK(tokenized("no mens rea") == "no|mens|rea");
}

TEST_CASE("currency signs alone are one sign, before a sum they are its own") {
    CHECK(tokenized("dinner $$$ here") == "dinner|$$$|here");
    CHECK(tokenized("it cost $$5, or $5") == "it|cost|$|$|5|,|or|$|5");
}

TEST_CASE("abbreviations keep their period inside a sentence and lose it at its end") {
    CHECK(tokenized("Sen. Warren met U.S. President Trump at 5 p.m. The talks failed.") ==
          "Sen.|Warren|met|U.S.|President|Trump|at|5|p.m|. ‖ The|talks|failed|.");
}

TEST_CASE("money, numbers, hyphens and addresses") {
    CHECK(tokenized("A non-profit paid $3.5M, a well-known sum, to x@example.com.") ==
          "A|non-profit|paid|$|3.5|M|,|a|well|-|known|sum|,|to|x@example.com|.");
}

TEST_CASE("boilerplate has no tokens and no sentence crosses a block") {
    const Lexicon lexicon;
    const tokens::Tokenizer tokenizer(lexicon);
    Article article;
    article.text = "Kim met Trump\n\nShare this\n\nThey talked.";
    article.blocks = {{{0, 13}, BlockKind::kTitle},
                      {{15, 25}, BlockKind::kBoilerplate},
                      {{27, 39}, BlockKind::kParagraph}};
    std::vector<Token> words;
    std::vector<Sentence> sentences;
    tokenizer.tokenize(article, words, sentences);
    REQUIRE(sentences == std::vector<Sentence>{{{0, 13}, 0, 3, 0}, {{27, 39}, 3, 6, 2}});
}

TEST_CASE("decades, file names in capitals, long numbers and paired marks are one token") {
    CHECK(tokenized("in the 60's and the 1990's") == "in|the|60's|and|the|1990's");
    CHECK(tokenized("the company's 15's") == "the|company|+'s|15|+'s");
    CHECK(tokenized("see REPORT.DOC or report.doc") == "see|REPORT.DOC|or|report.doc");
    CHECK(tokenized("call 1-800-555-0100 now") == "call|1-800-555-0100|now");
    CHECK(tokenized("‘‘We agree,’’ she said") == "‘‘|We|agree|,|’’|she|said");
}
