#include "lexicon/phrase_index.h"

#include <catch2/catch.hpp>

using namespace lede;

namespace {

constexpr std::string_view kTreaties =
    "# columns: name year\n"
    "# key: name year\n"
    "# phrases: name fold\n"
    "Dayton Peace Accords\t1995\n"
    "Geneva Convention\t1949\n"
    "Geneva Convention\t1951\n"
    "Geneva Conventions\t1949\n";

std::string compiled() {
    return lexicon::compile_phrases(lexicon::parse_table("treaties.tsv", kTreaties));
}

}  // namespace

TEST_CASE("the longest phrase at each place is found, in any case and across line breaks") {
    const std::string bytes = compiled();
    const lexicon::PhraseIndex index(bytes);
    const std::string text = "The DAYTON peace\nAccords and the Geneva Conventions, Geneva";
    const auto matches = index.find(text);
    REQUIRE(matches.size() == 2);
    REQUIRE(matches[0].span.of(text) == "DAYTON peace\nAccords");
    REQUIRE(matches[0].row == 0);
    REQUIRE(matches[1].span.of(text) == "Geneva Conventions");
    REQUIRE(matches[1].row == 3);
}

TEST_CASE("all rows of one phrase are reached in order") {
    const std::string bytes = compiled();
    const lexicon::PhraseIndex index(bytes);
    const std::uint32_t first = index.lookup("geneva convention");
    REQUIRE(first == 1);
    REQUIRE(index.next_row(first) == 2);
    REQUIRE(index.next_row(2) == kNone);
    REQUIRE(index.lookup("Geneva") == kNone);
}
