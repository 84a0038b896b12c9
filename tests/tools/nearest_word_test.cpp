#include "nearest_word.h"

#include <catch2/catch.hpp>

using lede::tools::guess_of;

TEST_CASE("a word that is nearly known is taken for the nearest") {
    const std::vector<std::string> known = {"--layers", "--list", "entities", "quotes"};
    CHECK(guess_of("--layer", known) == "; did you mean --layers?");
    CHECK(guess_of("entites", known) == "; did you mean entities?");
    CHECK(guess_of("qoutes", known) == "; did you mean quotes?");
}

TEST_CASE("a word that is like none is taken for none") {
    const std::vector<std::string> known = {"--layers", "-l", "entities"};
    CHECK(guess_of("--frobnicate", known).empty());
    CHECK(guess_of("", known).empty());
    CHECK(guess_of(std::string(100, 'a'), {std::string(100, 'a')}).empty());
}
