// The small words of names, and what the table says of them.
#include "entities/small_words.h"

#include <catch2/catch.hpp>

#include "entities/name_spelling.h"

using namespace lede;
using namespace lede::entities;

TEST_CASE("a word has all its roles, and other words none") {
    const SmallWords words{Lexicon()};
    CHECK(words.roles("of") == (kJoint | kInsideNames | kInHeadlines));
    CHECK(words.roles("jr.") == kPersonSuffix);
    CHECK(words.is(kSpeech, "said"));
    CHECK(words.roles("harbor") == 0);
    CHECK(words.roles("") == 0);
}

TEST_CASE("a suffix counts only in names of its kind") {
    const SmallWords words{Lexicon()};
    using Words = std::vector<std::string>;
    CHECK(make_spelling("Ana Brand Jr.", EntityType::kPerson, words).words ==
          Words{"ana", "brand"});
    CHECK(make_spelling("Ana Brand Inc.", EntityType::kOrg, words).words == Words{"ana", "brand"});
    CHECK(make_spelling("Harbor Company", EntityType::kPerson, words).words.size() == 2);
}

TEST_CASE("every role of the table is known") {
    const Lexicon lexicon;
    const SmallWords words(lexicon);
    const lexicon::Table table = lexicon.table("entities/small_words");
    for (std::uint32_t row = 0; row < table.rows(); ++row)
        CHECK(words.roles(table.cell(row, 0)) < 2 * kInHeadlines);  // the last role
}
