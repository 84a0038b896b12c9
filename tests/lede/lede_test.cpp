#include "lede/lede.h"

#include <catch2/catch.hpp>

#include "support/json_schema.h"

TEST_CASE("a text becomes a document whose layers can be walked") {
    const lede::Analyzer analyzer;
    auto article = lede::read_text("Kim Jong Un met Donald Trump in Hanoi on Feb. 27, 2019.", "a",
                                   {.published = "2019-03-01"});
    REQUIRE(article.ok());
    CHECK(article.value().published == "2019-03-01");
    const lede::Document document = analyzer.annotate(std::move(article.value()));
    REQUIRE_FALSE(document.mentions.empty());
    CHECK(document.text_of(document.mentions.front().place.span) == "Kim Jong Un");
    CHECK(document.computed.has(lede::Layer::kDates));
}

TEST_CASE("the JSON of a document fulfils the schema of the library") {
    const lede::Analyzer analyzer;
    const lede::Document document =
        analyzer.annotate(lede::read_text("Kim left Hanoi.", "a").value());
    const lede::test::JsonSchema schema(lede::json_schema());
    CHECK(schema.problems(lede::to_json(document)).empty());
    const std::string bare =
        lede::to_json(document, {lede::Layer::kSentences}, {.with_text = false});
    CHECK(bare.find("\"text\"") == std::string::npos);
    CHECK(bare.find("\"entities\"") == std::string::npos);
}

TEST_CASE("reading goes on after a file that cannot be read") {
    lede::Reader reader({"absent.txt", LEDE_SOURCE_DIR "/data/samples"});
    const auto first = reader.next();
    REQUIRE(first);
    CHECK_FALSE(first->ok());
    CHECK(first->error().source == "absent.txt");
    std::size_t articles = 0;
    while (const auto article = reader.next()) articles += article->ok();
    CHECK(articles >= 5);
}

TEST_CASE("a text without words is an error, not a document") {
    CHECK_FALSE(lede::read_text("", "empty").ok());
    CHECK_FALSE(lede::version().empty());
}
