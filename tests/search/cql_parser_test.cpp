#include "search/cql_parser.h"

#include <catch2/catch.hpp>

#include "search/query_parser.h"

using namespace lede;
using namespace lede::search;

namespace {

PatternQuery parsed(std::string_view text) {
    auto query = parse_cql(text);
    if (const auto* error = std::get_if<QueryError>(&query)) FAIL(show_error(text, *error));
    return std::get<PatternQuery>(std::move(query));
}

// What is wrong, with "^" put where it is wrong.
std::string complaint(std::string text) {
    auto query = parse_cql(text);
    const auto* error = std::get_if<QueryError>(&query);
    if (!error) return "";
    return text.insert(error->position, "^") + " " + error->what;
}

}  // namespace

TEST_CASE("a query that begins with a bracket, a tag, a label or MU( looks like CQL") {
    for (const char* text : {"[lower=\"kim\"]", "<s> []", " a:[] \"and\"", "MU(meet [] [] s)",
                             "/region[quote]", "a:<entity/>"})
        CHECK(looks_like_cql(text));
    for (const char* text : {"kim", "\"human rights\"", "(kim OR trump)", "entity:Kim", "/kim/",
                             "date:2018", "MU", "-kim", ""})
        CHECK_FALSE(looks_like_cql(text));
}

TEST_CASE("tokens, repeats, groups and alternatives make a tree") {
    const PatternQuery query = parsed(R"([lower="not"] []{0,5} ("but" | "yet"%c)+ within s)");
    REQUIRE(query.pattern.children.size() == 3);
    const Pattern& gap = query.pattern.children[1];
    CHECK(gap.kind == Pattern::Kind::kRepeat);
    CHECK(gap.at_least == 0);
    CHECK(gap.at_most == 5);
    CHECK(query.pattern.children[2].at_most == kUnbounded);
    REQUIRE(query.surroundings.size() == 1);
    CHECK(query.surroundings[0].region == "s");
}

TEST_CASE("and binds closer than or, not closest") {
    const PatternQuery query = parsed(R"([lower="a" | !lower="b" & word="c"])");
    const Condition& condition = query.pattern.condition;
    REQUIRE(condition.kind == Condition::Kind::kOr);
    REQUIRE(condition.children.size() == 2);
    CHECK(condition.children[0].kind == Condition::Kind::kCompare);
    REQUIRE(condition.children[1].kind == Condition::Kind::kAnd);
    CHECK(condition.children[1].children[0].kind == Condition::Kind::kNot);
}

TEST_CASE("the mark inside a string is doubled or escaped, other escapes are the regex's") {
    CHECK(parsed(R"([word="\?"])").pattern.condition.value == R"(\?)");
    CHECK(parsed(R"([word="a\"b"])").pattern.condition.value == "a\"b");
    CHECK(parsed(R"([word="a""b"])").pattern.condition.value == "a\"b");
    CHECK(parsed(R"([word='it"s'])").pattern.condition.value == "it\"s");
}

TEST_CASE("a flag ends at a blank, so that a label may follow") {
    const PatternQuery query = parsed(R"("human"%c d:[])");
    REQUIRE(query.pattern.children.size() == 2);
    CHECK(query.pattern.children[0].condition.fold_case);
    CHECK_FALSE(query.pattern.children[0].condition.fold_diacritics);
    CHECK(query.pattern.children[1].label == "d");
}

TEST_CASE("days and numbers stand without quote marks") {
    const PatternQuery query = parsed("<date/> :: date.from >= 2016-01-01 & distance(a,b) < 4");
    REQUIRE(query.where);
    CHECK(query.where->children[0].value == "2016-01-01");
    CHECK(query.where->children[0].form == ValueForm::kOrdered);
    CHECK(query.where->children[1].left.kind == Operand::Kind::kDistance);
}

TEST_CASE("errors point at the place in the query") {
    CHECK(complaint("[lower=\"kim\"") == "[lower=\"kim\"^ \"]\" is missing");
    CHECK(complaint("[lower=\"kim]") == "[lower=^\"kim] the closing quote mark is missing");
    CHECK(complaint("[]{3,1}") == "[]{^3,1} the bounds are reversed");
    CHECK(complaint("[]{1,9999}") == "[]{^1,9999} bounds go up to 1000");
    CHECK(complaint("([] []") == "^([] [] \"(\" without \")\"");
    CHECK(complaint("<s") == "<s^ an attribute or \">\" is missing here");
    CHECK(complaint("[] [] ]") == "[] [] ^] unexpected here");
    CHECK(complaint("MU(meet [] [])") ==
          "MU(meet [] []^) meet wants a window such as -3 3, or a "
          "region");
    CHECK_FALSE(complaint(std::string(5000, '(')).empty());
    CHECK_FALSE(complaint("[" + std::string(5000, '!') + "]").empty());
    CHECK_FALSE(complaint("").empty());
}
