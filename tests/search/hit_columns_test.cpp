#include "search/hit_columns.h"

#include <catch2/catch.hpp>

#include "search/conditions.h"
#include "search/token_table_builder.h"

using namespace lede;
using namespace lede::search;

TEST_CASE("columns give values of a hit's tokens and of the regions around it") {
    TokenTableBuilder builder({"word", "upos"});
    for (const auto& [word, tag] : std::vector<std::pair<const char*, const char*>>{
             {"Kim", "PROPN"}, {"left", "VERB"}, {"a\ttab", "NOUN"}}) {
        builder.add(0, word);
        builder.add(1, tag);
        builder.end_token();
    }
    builder.add_region("entity", 0, 1, {{"type", "PERSON"}});
    builder.add_region("text", 0, 3, {{"published", "2019-02-20"}, {"meta.desk", "Asia"}});
    const TokenTable& table = builder.finish();
    const HitColumns columns = HitColumns::parse(
        "word,match.upos,matchend.upos,entity.type,text.published,text_desk,text.none");
    CHECK(columns.header() ==
          "word\tmatch.upos\tmatchend.upos\tentity.type\ttext.published\ttext_desk\ttext.none");
    CHECK(columns.row(table, {0, 3}) == "Kim left a tab\tPROPN\tNOUN\tPERSON\t2019-02-20\tAsia\t");
    CHECK(columns.row(table, {1, 2}) == "left\tVERB\tVERB\t\t2019-02-20\tAsia\t");
    CHECK_THROWS_AS(HitColumns::parse("lemma").row(table, {0, 1}), UnknownAttribute);
    CHECK(columns.layers().has_all({Layer::kUpos, Layer::kEntities}));
    CHECK(HitColumns::parse(",").empty());
}
