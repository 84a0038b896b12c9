#include "stats/pair_counter.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <random>

using namespace lede;
using namespace lede::stats;

namespace {

constexpr ItemRule kWords{.words = WordRule::kUax29, .letters = LetterCase::kLower};

std::map<std::string, std::uint64_t> pairs(const std::string& text, PairOptions options) {
    options.rule = kWords;
    PairCounter counter(std::move(options));
    Document document;
    document.article.text = text;
    document.article.blocks = {{make_span(0, text.size())}};
    counter.add(document);
    std::map<std::string, std::uint64_t> result;
    for (const PairRow& row : counter.rows(1))
        result[std::string(counter.item(row.first)) + " " + std::string(counter.item(row.second))] =
            row.both;
    return result;
}

using Pairs = std::map<std::string, std::uint64_t>;

}  // namespace

TEST_CASE("neighbours are counted in order") {
    CHECK(pairs("the law of the law", {}) == Pairs{{"law of", 1}, {"of the", 1}, {"the law", 2}});
}

TEST_CASE("a window counts what stands on both sides of a node") {
    CHECK(pairs("a b node c d node", {.window = {2, 1}, .nodes = {"node"}}) ==
          Pairs{{"node a", 1}, {"node b", 1}, {"node c", 2}, {"node d", 1}});
}

TEST_CASE("windows of more places make more pairs expected") {
    PairCounter counter({.rule = kWords, .window = {1, 1}});
    Document document;
    document.article.text = "a b a c";
    counter.add(document);
    const auto rows = counter.rows(2);
    REQUIRE(rows.size() == 2);
    // "a" twice with two places each, "b" once, of four words.
    const auto ab = std::find_if(rows.begin(), rows.end(), [&](const PairRow& row) {
        return counter.item(row.first) == "a";
    });
    CHECK(counter.table_of(*ab) == Contingency{2, 2, 0, 0});
}

TEST_CASE("the table of pairs counts as a map does, also while pairs wait") {
    std::mt19937 random(5);
    std::geometric_distribution<std::uint32_t> id(0.01);
    PairTable table;
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint64_t> expected;
    for (int i = 0; i < 50000; ++i) {
        const std::uint32_t a = id(random), b = id(random);
        table.add(a, b);
        ++expected[{a, b}];
    }
    table.finish();
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint64_t> found;
    table.for_each([&](std::uint32_t a, std::uint32_t b, std::uint64_t n) { found[{a, b}] = n; });
    CHECK(found == expected);
}

TEST_CASE("the table of pairs counts beyond 32 bits") {
    constexpr std::uint64_t kMany = 0xFFFFFFFFULL;
    PairTable table;
    table.add(1, 2, kMany);
    table.add(1, 2);
    table.add(1, 2, 3 * kMany);
    table.add(2, 1);
    table.finish();
    std::map<std::uint32_t, std::uint64_t> found;
    table.for_each([&](std::uint32_t a, std::uint32_t, std::uint64_t n) { found[a] = n; });
    CHECK(found == std::map<std::uint32_t, std::uint64_t>{{1, 4 * kMany + 1}, {2, 1}});
}

TEST_CASE("neighbours are counted across the pieces of a long text, and not across articles") {
    std::string text;
    for (int i = 0; i < 30000; ++i) text += "ab cd\n";  // three pieces
    PairCounter counter({.rule = kWords});
    Document document;
    document.article.text = text;
    counter.add(document);
    counter.add(document);
    std::map<std::string, std::uint64_t> found;
    for (const PairRow& row : counter.rows(1))
        found[std::string(counter.item(row.first)) + std::string(counter.item(row.second))] =
            row.both;
    CHECK(found == std::map<std::string, std::uint64_t>{{"abcd", 60000}, {"cdab", 59998}});
}
