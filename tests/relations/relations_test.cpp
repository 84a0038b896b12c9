#include "relations/relations.h"

#include <catch2/catch.hpp>

namespace {

using lede::Citation;
using lede::Document;
using lede::EntityType;
using lede::kNone;
using lede::Mention;
using lede::Quote;
using lede::Sentence;
using lede::Span;
using lede::Timex;

Document two_sentences() {
    Document document;
    document.article.text = "She said the Clean Air Act failed. It was signed in May.";
    document.sentences = {{.span = {0, 34}}, {.span = {35, 56}}};
    return document;
}

}  // namespace

TEST_CASE("an annotation names the sentence it begins in") {
    Document document = two_sentences();
    document.mentions = {{.place = {{13, 26}}, .type = EntityType::kLaw}};
    document.dates = {{.place = {{52, 55}}}};
    lede::relations::relate(document);
    CHECK(document.mentions[0].place.sentence == 0);
    CHECK(document.dates[0].place.sentence == 1);
}

TEST_CASE("an annotation between sentences has none") {
    Document document = two_sentences();
    document.sentences = {{.span = {0, 10}}, {.span = {35, 56}}};
    document.dates = {{.place = {{20, 25}}}};
    lede::relations::relate(document);
    CHECK(document.dates[0].place.sentence == kNone);
}

TEST_CASE("an annotation names the innermost quote that holds it whole") {
    Document document = two_sentences();
    document.quotes = {{.place = {{4, 34}}}, {.place = {{9, 33}}}};
    document.mentions = {{.place = {{0, 3}}}, {.place = {{13, 26}}}, {.place = {{30, 40}}}};
    lede::relations::relate(document);
    CHECK(document.mentions[0].place.quote == kNone);
    CHECK(document.mentions[1].place.quote == 1);
    CHECK(document.mentions[2].place.quote == kNone);
}

TEST_CASE("a quote inside a quote names the outer one, never itself") {
    Document document = two_sentences();
    document.quotes = {{.place = {{4, 34}}}, {.place = {{9, 33}}}};
    lede::relations::relate(document);
    CHECK(document.quotes[0].place.quote == kNone);
    CHECK(document.quotes[1].place.quote == 0);
}

TEST_CASE("a named law names the citation that stands at its place") {
    Document document = two_sentences();
    document.mentions = {{.place = {{13, 26}}, .type = EntityType::kLaw},
                         {.place = {{0, 3}}, .type = EntityType::kPerson}};
    document.citations = {{.place = {{9, 26}}}};
    lede::relations::relate(document);
    CHECK(document.mentions[0].citation == 0);
    CHECK(document.mentions[1].citation == kNone);
}

TEST_CASE("relating twice changes nothing") {
    Document document = two_sentences();
    document.quotes = {{.place = {{4, 34}}}};
    document.mentions = {{.place = {{13, 26}}, .type = EntityType::kLaw}};
    document.citations = {{.place = {{13, 26}}}};
    lede::relations::relate(document);
    const auto mentions = document.mentions;
    const auto quotes = document.quotes;
    lede::relations::relate(document);
    CHECK(document.mentions == mentions);
    CHECK(document.quotes == quotes);
}

TEST_CASE("an empty document has nothing to relate") {
    Document document;
    lede::relations::relate(document);
    CHECK(document.mentions.empty());
}
