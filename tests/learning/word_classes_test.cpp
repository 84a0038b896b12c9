// Word classes are found by hash, and a broken file is refused.
#include "learning/word_classes.h"

#include <catch2/catch.hpp>

#include "learning/feature_sequence.h"

using namespace lede::learning;

TEST_CASE("every stored word has its class and others have none") {
    std::vector<std::pair<std::uint64_t, std::uint16_t>> words;
    for (std::uint16_t i = 1; i <= 5000; ++i)
        words.emplace_back(hash_bytes("word" + std::to_string(i)), i);
    const std::string bytes = make_word_classes(words);
    const WordClasses classes(bytes);
    for (std::uint16_t i = 1; i <= 5000; ++i)
        REQUIRE(classes.find(hash_bytes("word" + std::to_string(i))) == i);
    int found = 0;
    for (int i = 0; i < 5000; ++i)
        found += classes.find(hash_bytes("none" + std::to_string(i))) != 0;
    REQUIRE(found < 5);
    REQUIRE(WordClasses().find(hash_bytes("word1")) == 0);
}

TEST_CASE("bytes that are no table of word classes are refused") {
    const std::string bytes = make_word_classes({{hash_bytes("storm"), 7}});
    REQUIRE_THROWS(WordClasses("WCL1"));
    REQUIRE_THROWS(WordClasses(std::string_view(bytes).substr(0, bytes.size() - 4)));
}
