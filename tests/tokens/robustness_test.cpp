// Any text: spans are valid and in order, and time grows with the text only.
#include <sys/resource.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <ctime>
#include <random>
#include <string>

#include "text/utf8.h"
#include "tokens/tokenizer.h"

using namespace lede;

namespace {

struct Tokenized {
    std::vector<Token> tokens;
    std::vector<Sentence> sentences;
};

Tokenized tokenize(const tokens::Tokenizer& tokenizer, std::string text) {
    Article article;
    article.text = std::move(text);
    article.blocks = {{make_span(0, article.text.size()), BlockKind::kParagraph}};
    Tokenized result;
    tokenizer.tokenize(article, result.tokens, result.sentences);
    return result;
}

bool is_boundary(const std::string& text, std::size_t at) {
    return at == text.size() || !utf8::is_continuation(text[at]);
}

// The first thing that is wrong with the spans, or nothing.
std::string first_fault(const std::string& text, const Tokenized& all) {
    std::size_t end = 0, covered = 0;
    for (const Token& token : all.tokens) {
        if (token.span.empty() || token.span.begin < end || token.span.end > text.size())
            return "tokens overlap or are empty";
        if (!is_boundary(text, token.span.begin) || !is_boundary(text, token.span.end))
            return "a token splits a character";
        if (token.joined && token.span.begin != end) return "a joined token stands apart";
        for (std::size_t at = end; at < token.span.begin; ++at)
            if (static_cast<unsigned char>(text[at]) > ' ' &&
                static_cast<unsigned char>(text[at]) < 0x7F)
                return "a character is in no token";
        end = token.span.end;
    }
    for (const Sentence& sentence : all.sentences) {
        if (sentence.first_token != covered || sentence.last_token <= covered)
            return "sentences do not cover the tokens";
        covered = sentence.last_token;
        if (sentence.span.begin != all.tokens[sentence.first_token].span.begin ||
            sentence.span.end != all.tokens[sentence.last_token - 1].span.end)
            return "a sentence is not from its first to its last token";
    }
    return covered == all.tokens.size() ? "" : "tokens are in no sentence";
}

std::string repeated(std::string_view unit, std::size_t bytes) {
    std::string text;
    text.reserve(bytes + unit.size());
    while (text.size() < bytes) text += unit;
    return text;
}

}  // namespace

TEST_CASE("spans are valid for any mixture of characters") {
    const tokens::Tokenizer tokenizer{Lexicon()};
    const std::u32string alphabet =
        U"aBcD12 "
        U".,;:!?'\"’“”‘—–-/"
        U"@#$%&*()[]_…\n\t\u00A0\u2028\uFEFF\u00ADéÉß語한ไ👍🏽🇺🇸\u200D\uFE0F"
        U"\u0301©°½´`<>=+~^|\\{}\x7F\x01";
    std::mt19937 random(7);
    for (int round = 0; round < 3000; ++round) {
        std::string text;
        const std::size_t size = 1 + random() % 80;
        for (std::size_t i = 0; i < size; ++i)
            utf8::append(text, alphabet[random() % alphabet.size()]);
        INFO(text);
        REQUIRE(first_fault(text, tokenize(tokenizer, text)) == "");
    }
}

TEST_CASE("time is linear on monotonous text") {
    const tokens::Tokenizer tokenizer{Lexicon()};
    for (const std::string_view unit :
         {".",        "\"",  "' ",   "“",  "‘a’", "a-",   "a.",    "a@", "1,",
          "1/",       "(",   "://",  "a'", ". ",  "A. ",  "www.",  "&A", "👍",
          "\xCC\x81", "B.b", "1-1-", "#",  "x ",  "Mr. ", "...\n", "é"}) {
        INFO(unit);
        // Quadratic time would take hours.
        const std::string text = repeated(unit, 300'000);
        const auto begin = std::chrono::steady_clock::now();
        CHECK(first_fault(text, tokenize(tokenizer, text)) == "");
        CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(20));
    }
}

TEST_CASE("time is linear on currency signs before a sum, too") {
    const tokens::Tokenizer tokenizer{Lexicon()};
    const std::string text = repeated("$", 2'000'000) + "5";
    const auto begin = std::chrono::steady_clock::now();
    CHECK(first_fault(text, tokenize(tokenizer, text)) == "");
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(20));
}

TEST_CASE("ten million periods are one ellipsis") {
    const tokens::Tokenizer tokenizer{Lexicon()};
    CHECK(tokenize(tokenizer, std::string(10'000'000, '.')).tokens.size() == 1);
}

// Takes minutes and 6 GiB: `test-tokens "[huge]"`.
TEST_CASE("a line of one GiB takes eight times what an eighth of it takes", "[.][huge]") {
    const tokens::Tokenizer tokenizer{Lexicon()};
    const auto cpu_seconds = [&](std::string_view unit, std::size_t bytes) {
        const std::string text = repeated(unit, bytes);
        const std::clock_t begin = std::clock();
        const Tokenized all = tokenize(tokenizer, text);
        const double seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
        CHECK(first_fault(text, all) == "");
        rusage usage{};
        getrusage(RUSAGE_SELF, &usage);
        WARN(bytes / 1048576 << " MiB of \"" << unit << "\": " << all.tokens.size() << " tokens, "
                             << all.sentences.size() << " sentences, " << seconds << " s CPU, "
                             << usage.ru_maxrss / 1024 << " MiB at most so far");
        return seconds;
    };
    constexpr std::size_t kMega = 1048576;
    for (const std::string_view unit : {"Kim’s envoys met on Monday, officials said. ", "word"}) {
        const double eighth = cpu_seconds(unit, 128 * kMega);
        CHECK(cpu_seconds(unit, 1024 * kMega) < 16 * eighth + 1);
    }
    for (const std::string_view unit : {"\" ' ", "“‘", "\"'", "“a” "}) {
        const double eighth = cpu_seconds(unit, 8 * kMega);
        CHECK(cpu_seconds(unit, 64 * kMega) < 16 * eighth + 1);
    }
}
