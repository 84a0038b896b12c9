// Plain words and masks of gaps: the quick ways through common text.
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "lexicon/lexicon.h"
#include "tokens/gap_masks.h"
#include "tokens/plain_words.h"
#include "tokens/tokenizer.h"
#include "tokens/word_filter.h"

using namespace lede;
using tokens::GapMasks;
using tokens::WordFilter;

namespace {

// The tokens of the plain words that `text` begins with, joined ones after a "+", and the rest.
std::string plain(const std::string& text) {
    const tokens::WordLists lists{Lexicon()};
    std::vector<Token> found, anywhere;
    const tokens::PlainWords words(lists);
    const std::size_t end = words.scan(text, 0, text.size(), found);
    CHECK(words.scan_anywhere(text, 0, text.size(), anywhere) == end);
    CHECK(anywhere == found);
    std::string out;
    for (const Token& token : found) {
        out += token.joined ? "+" : "|";
        out += token.span.of(text);
    }
    return out + "|/" + text.substr(end);
}

}  // namespace

TEST_CASE("plain words are taken until a chunk needs a closer look") {
    CHECK(plain("the talks, he said; then") == "|the|talks|,|he|said|;|then|/");
    CHECK(plain("In 2004 Kim's team won.\nMr. Cole") == "|In|2004|Kim+'s|team|won|.|/Mr. Cole");
    CHECK(plain("the union’s offer") == "|the|union+’s|offer|/");
    CHECK(plain("they cannot") == "|they|/cannot");
    CHECK(plain("on the 20th day") == "|on|the|/20th day");
    CHECK(plain("two  spaces") == "|two|/ spaces");
    CHECK(plain("a \"word\"") == "|a|/\"word\"");
    CHECK(plain("item 5. next") == "|item|/5. next");
}

TEST_CASE("plain words are whole wherever a stretch of bytes ends") {
    const tokens::Tokenizer tokenizer{Lexicon()};
    for (std::size_t pad = 1; pad < 140; ++pad) {
        Article article;
        article.text = std::string(pad, 'x') + " talks, held. Kim's " + std::string(pad, 'y') + ".";
        article.blocks.push_back({make_span(0, article.text.size()), {}});
        plain(article.text);
        std::vector<Token> found;
        tokenizer.tokenize(article, found);
        std::string words;
        for (const Token& token : found) words += std::string(token.span.of(article.text)) + '|';
        REQUIRE(words ==
                std::string(pad, 'x') + "|talks|,|held|.|Kim|'s|" + std::string(pad, 'y') + "|.|");
    }
}

TEST_CASE("a word filter never denies what it holds") {
    WordFilter filter;
    filter.add("cannot");
    filter.add("im");
    CHECK(filter.may_hold("cannot"));
    CHECK(filter.may_hold("CANNOT"));
    CHECK(filter.may_hold("im"));
    CHECK_FALSE(filter.may_hold("cannon"));
    CHECK_FALSE(filter.may_hold("credit"));
    CHECK_FALSE(filter.may_hold("a"));
    CHECK_FALSE(filter.may_hold(""));
}

TEST_CASE("masks tell the gaps where a sentence may end") {
    const std::string text = "Kim left. \"Why?\" (he) asked";
    //                        0   1   23 4  56 7 8 9  10
    const std::vector<Token> words = {{{0, 3}, false},   {{4, 8}, false},   {{8, 9}, false},
                                      {{10, 11}, false}, {{11, 14}, false}, {{14, 15}, false},
                                      {{15, 16}, false}, {{17, 18}, false}, {{18, 20}, false},
                                      {{20, 21}, false}, {{22, 27}, false}};
    std::vector<GapMasks> masks;
    const tokens::ProseCounts counts = tokens::mask_gaps(text, words, masks);
    CHECK(counts.lower == 3);
    CHECK(counts.stops == 2);
    REQUIRE(masks.size() == 1);
    CHECK(masks[0].lower == 0b10100000010U);
    CHECK(masks[0].nested == 0b01011001000U);
    CHECK(masks[0].after_stop == 0b00001001000U);
    CHECK(masks[0].spaced == 0b10010001010U);
    CHECK(masks[0].candidates() == 0b10011001000U);
}
