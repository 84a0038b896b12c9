#include "search/query_parser.h"

#include <catch2/catch.hpp>

using namespace lede::search;

namespace {

// The tree as an expression, so that a reader can check it by eye.
std::string show(const Node& node) {
    std::string out;
    switch (node.kind) {
        case NodeKind::kWords:
            return node.text + (node.prefix ? "*" : "") + (node.ignore_case ? "" : "!");
        case NodeKind::kRegex:
            return "/" + node.text + "/" + (node.ignore_case ? "i" : "");
        case NodeKind::kField:
            out = node.field + "=" + node.text + (node.is_regex ? "~" : "");
            break;
        case NodeKind::kNear:
            out = "near" + std::to_string(node.distance);
            break;
        case NodeKind::kNot:
            out = "not";
            break;
        case NodeKind::kAnd:
            out = "and";
            break;
        case NodeKind::kPattern:
            return "pattern";
        case NodeKind::kOr:
            out = "or";
            break;
    }
    if (node.children.empty()) return out;
    out += "(";
    for (const Node& child : node.children) out += (out.back() == '(' ? "" : " ") + show(child);
    return out + ")";
}

std::string parsed(std::string_view text, CaseRule rule = CaseRule::kSmart) {
    const auto result = parse_bag(text, {rule});
    if (const auto* error = std::get_if<QueryError>(&result))
        return std::to_string(error->position) + ": " + error->what;
    return show(std::get<Query>(result).root);
}

}  // namespace

TEST_CASE("words are joined by AND, groups by OR, and a capital makes a word exact") {
    REQUIRE(parsed("human Rights") == "and(human Rights!)");
    REQUIRE(parsed("(korea OR \"north korea\") -nuclear") ==
            "and(or(and(korea) and(north korea)) not(nuclear))");
    REQUIRE(parsed("sanction* Kim") == "and(sanction* Kim!)");
    REQUIRE(parsed("Kim", CaseRule::kIgnore) == "and(Kim)");
    REQUIRE(parsed("kim", CaseRule::kExact) == "and(kim!)");
}

TEST_CASE("fields take words, phrases, regexes, ranges, identifiers and an inner query") {
    REQUIRE(parsed("speaker:Trump(love)") == "and(speaker=Trump(and(love)))");
    REQUIRE(parsed("entity:\"Kim Jong Un\"") == "and(entity=Kim Jong Un)");
    REQUIRE(parsed("date:2018-01..2018-12") == "and(date=2018-01..2018-12)");
    REQUIRE(parsed("citation:/us/usc/t22") == "and(citation=/us/usc/t22)");
    REQUIRE(parsed("citation:/treaty.*/") == "and(citation=treaty.*~)");
    REQUIRE(parsed("PERSON:/^Kim/") == "and(PERSON=^Kim~)");
    REQUIRE(parsed("/[A-Z]+ said/") == "and(/[A-Z]+ said/)");
    REQUIRE(parsed("NEAR/8(forced labor)") == "and(near8(forced labor))");
}

TEST_CASE("the unit stands at the end, and \"within\" elsewhere is a word") {
    const auto unit = [](std::string_view text) {
        return std::get<Query>(parse_bag(text, {})).unit;
    };
    REQUIRE(unit("law sanctions within s") == Unit::kSentence);
    REQUIRE(unit("law sanctions within paragraph") == Unit::kParagraph);
    REQUIRE(unit("within sanctions") == Unit::kArticle);
}

TEST_CASE("a query error names its place") {
    REQUIRE(parsed("") == "0: empty query");
    REQUIRE(parsed("kim \"jong") == "4: no closing \"");
    REQUIRE(parsed("(kim") == "0: \"(\" without \")\"");
    REQUIRE(parsed("kim)") == "3: unexpected \")\"");
    REQUIRE(parsed("kim OR") == "6: a term is missing here");
    REQUIRE(parsed("date:2019-13") ==
            "5: not a date: write 2019, 2019-02, 2019-02-27 or 2018-01..2018-12");
    REQUIRE(parsed(std::string(5000, '(')).find("nested too deeply") != std::string::npos);
    REQUIRE(show_error("kim)", {3, "unexpected"}) == "kim)\n   ^ unexpected");
}
