#include "stats/part_corpus.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <stdexcept>

using namespace lede;
using namespace lede::stats;

namespace {

ArticleItems read(const std::string& text, std::string group) {
    ItemReader reader({.words = WordRule::kUax29, .letters = LetterCase::kLower});
    Document document;
    document.article.text = text;
    ArticleItems article{.group = std::move(group)};
    reader.read(document, article.vocabulary, article.items);
    return article;
}

using Counts = std::vector<std::uint64_t>;

}  // namespace

TEST_CASE("parts are articles, or groups of them wherever they stand") {
    PartCorpus corpus(true);
    corpus.add(read("the law of the land", "Ledger"));
    corpus.add(read("no law", "Courier"));
    corpus.add(read("the end", "Ledger"));
    corpus.finish();
    const Spread the = corpus.spread(corpus.vocabulary().find("the"));
    CHECK(the.counts == Counts{3, 0});
    CHECK(the.sizes == Counts{7, 2});
    CHECK(the.positions == Counts{0, 3, 7});
}

TEST_CASE("parts begin at lines that match, and the lines are in none") {
    const std::string text = "Chapter 1\nthe law\nof the land\nChapter 2\nthe end\n";
    ArticleItems article = read(text, "book");
    PartCutter("^Chapter \\d+").cut(text, article);
    PartCorpus corpus(false);
    corpus.add(article);
    corpus.finish();
    CHECK(corpus.items() == 7);
    CHECK(corpus.spread(corpus.vocabulary().find("the")).counts == Counts{2, 1});
    CHECK(corpus.parts()[1].name == "book#2");
    CHECK_THROWS_AS(PartCutter("("), std::invalid_argument);
}

TEST_CASE("what stands before the first heading is a part of its own") {
    const std::string text = "foreword\nChapter 1\nthe law\n";
    ArticleItems article = read(text, "book");
    PartCutter("^Chapter").cut(text, article);
    PartCorpus corpus(false);
    corpus.add(article);
    corpus.finish();
    REQUIRE(corpus.parts().size() == 2);
    CHECK(corpus.spread(corpus.vocabulary().find("law")).counts == Counts{0, 1});
}

TEST_CASE("no measure of dispersion is NaN in one part, empty parts, or a single place") {
    const Spread spreads[] = {
        {{3}, {9}, {0, 4, 5}}, {{1, 0, 0}, {5, 0, 7}, {2}}, {{0, 1}, {0, 1}, {0}}};
    for (const auto family : {part_measures(), distance_measures()})
        for (const DispersionMeasure& measure : family)
            for (const Spread& spread : spreads) {
                INFO(measure.is.name);
                CHECK_FALSE(std::isnan(measure.score(spread)));
            }
}
