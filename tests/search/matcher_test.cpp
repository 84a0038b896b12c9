#include "search/matcher.h"

#include <catch2/catch.hpp>

#include "search/literal_gate.h"
#include "search/query_parser.h"
#include "support/marked_text.h"

using namespace lede;
using namespace lede::search;

namespace {

// A document of two paragraphs, four sentences, one quotation, two names, a date and a law.
Document example() {
    Document document;
    const test::MarkedText marked = test::parse_marked(
        "[[[Helena Vance|PERSON] spoke in [June 2018|DATE] about forced\nlabor.|s] "
        "[“[We saw forced labor|QUOTE],” she said.|s]|p]\n\n"
        "[[Nothing in [the Tariff Act|LAW] forbids it.|s] [[Ms. Vance|PERSON] left.|s]|p]");
    document.article.text = marked.text;
    document.article.published = "2018-07-04";
    document.article.publication = "The Northern Ledger";
    document.entities.push_back({EntityType::kPerson, "Helena Vance", "wikidata:Q1"});
    for (const test::MarkedSpan& mark : marked.spans) {
        if (mark.label == "p") document.article.blocks.push_back({mark.span});
        if (mark.label == "s") document.sentences.push_back({mark.span});
        if (mark.label == "PERSON")
            document.mentions.push_back({.place = {mark.span}, .entity = 0});
        if (mark.label == "DATE") {
            using namespace std::chrono;
            Timex timex{.place = {mark.span}, .value = "2018-06"};
            timex.from = year{2018} / 6 / 1;
            timex.to = year{2018} / 6 / 30;
            document.dates.push_back(timex);
        }
        if (mark.label == "QUOTE")
            document.quotes.push_back(
                {.place = {mark.span}, .speaker = Speaker{.entity = 0, .name = "Helena Vance"}});
        if (mark.label == "LAW")
            document.citations.push_back({.place = {mark.span}, .id = "/us/usc/t19/s1307"});
    }
    return document;
}

// The texts of the hits, or the error.
std::vector<std::string> found(std::string_view text) {
    const Document document = example();
    auto parsed = parse_bag(text, {});
    REQUIRE(std::holds_alternative<Query>(parsed));
    const LiteralGate gate(std::get<Query>(parsed));
    auto matcher = Matcher::compile(std::get<Query>(std::move(parsed)));
    REQUIRE(std::holds_alternative<Matcher>(matcher));
    std::vector<std::string> texts;
    for (const Hit& hit : std::get<Matcher>(matcher).hits(document))
        texts.emplace_back(document.text_of(hit.span));
    // The gate may let an article pass in vain, but never stop one that matches.
    if (!texts.empty()) REQUIRE(gate.may_match(document.text()));
    REQUIRE(std::get<Matcher>(matcher).matches(document) == !texts.empty());
    return texts;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("words and phrases are found whole, in any case if written small") {
    REQUIRE(found("labor") == Texts{"labor", "labor"});
    REQUIRE(found("\"forced labor\"") == Texts{"forced\nlabor", "forced labor"});
    REQUIRE(found("forc*") == Texts{"forced", "forced"});
    REQUIRE(found("we") == Texts{"We"});
    REQUIRE(found("Labor").empty());
    REQUIRE(found("lab").empty());
}

TEST_CASE("AND, OR, NOT and units decide what matches") {
    REQUIRE(found("labor forbids") == Texts{"labor", "labor", "forbids"});
    REQUIRE(found("labor forbids within p").empty());
    REQUIRE(found("tariff OR nuclear") == Texts{"Tariff"});
    REQUIRE(found("labor -tariff").empty());
    REQUIRE(found("labor -tariff within p") == Texts{"labor", "labor"});
    REQUIRE(found("saw labor within s") == Texts{"saw", "labor"});
    REQUIRE(found("/[A-Z]\\w+ Act/") == Texts{"Tariff Act"});
    REQUIRE(found("NEAR/3(saw labor)") == Texts{"saw forced labor"});
    REQUIRE(found("NEAR/1(saw labor)").empty());
}

TEST_CASE("fields ask annotations, and an inner query asks inside them") {
    REQUIRE(found("entity:vance") == Texts{"Helena Vance", "Ms. Vance"});
    REQUIRE(found("entity:helena") == Texts{"Helena Vance", "Ms. Vance"});
    REQUIRE(found("entity:van").empty());
    REQUIRE(found("ORG:vance").empty());
    REQUIRE(found("speaker:Vance(labor)") == Texts{"labor"});
    REQUIRE(found("speaker:Vance(tariff)").empty());
    REQUIRE(found("date:2018") == Texts{"June 2018"});
    REQUIRE(found("date:2018-06-15").empty());
    REQUIRE(found("citation:/us/usc/t19") == Texts{"the Tariff Act"});
    REQUIRE(found("citation:/us/usc/t1").empty());
    REQUIRE(found("entity:vance tariff") == Texts{"Tariff"});
}

TEST_CASE("a field of the article filters, and alone shows its first sentence") {
    REQUIRE(found("published:2018-07 tariff") == Texts{"Tariff"});
    REQUIRE(found("published:2019 tariff").empty());
    REQUIRE(found("publication:northern").size() == 1);
}

TEST_CASE("a wrong regex is an error with its place") {
    auto parsed = parse_bag("kim /(/", {});
    auto matcher = Matcher::compile(std::get<Query>(std::move(parsed)));
    REQUIRE(std::get<QueryError>(matcher).position == 4);
}
