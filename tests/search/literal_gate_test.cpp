// Lines that a query cannot match are told apart without being read.
#include "search/literal_gate.h"

#include <catch2/catch.hpp>
#include <string>
#include <variant>

#include "search/query_parser.h"

using namespace lede;
using namespace lede::search;

namespace {

// The first character of each line that may match.
std::string kept(std::string_view query, std::string_view lines) {
    auto parsed = parse_bag(query, {});
    REQUIRE(std::holds_alternative<Query>(parsed));
    const LiteralGate gate(std::get<Query>(parsed));
    std::string firsts;
    for (const std::size_t begin : gate.lines_that_may_match(lines)) firsts += lines[begin];
    return firsts;
}

}  // namespace

TEST_CASE("lines with a literal of the query may match") {
    constexpr std::string_view kLines =
        "a talks\nb TALKS, talks\nc\nd sanctions\n\ne other\nf talks";
    REQUIRE(kept("talks", kLines) == "abf");
    REQUIRE(kept("talks OR sanctions", kLines) == "abdf");
    REQUIRE(kept("\"nuclear talks\"", kLines).empty());
    REQUIRE(kept("talks", "").empty());
    REQUIRE(kept("talks", "talk\ns\n").empty());
}

TEST_CASE("escaped ASCII letters let a line pass, other escapes do not") {
    REQUIRE(kept("talks", R"(1 \u0074alks)") == "1");
    REQUIRE(kept("talks", R"(1 caf\u00e9 \u2019 \u0022)").empty());
    REQUIRE(kept("talks", "1 caf\\u00").empty());
}

TEST_CASE("lines of UTF-16 pass") {
    REQUIRE(kept("talks", std::string_view("1 \0t\0a\0l\0k\0s\n2 tall", 19)) == "1");
}
