// What the record writer writes, the record reader reads back.
#include <catch2/catch.hpp>

#include "reading/record_layers.h"
#include "writing/record_writer.h"

using namespace lede;

namespace {

Layers all_layers() {
    return kDefaultLayers |
           Layers{Layer::kTokens, Layer::kUpos, Layer::kXpos, Layer::kLemmas, Layer::kNonspeech};
}

// “Fine,” Ana Núñez said on May 3, citing 5 U.S.C. 552.
Document example() {
    Document document;
    Article& article = document.article;
    article.id = "a";
    article.published = "2024-05-04";
    article.text = "“Fine,” Ana Núñez said on May 3, citing 5 U.S.C. 552. “So-so”";
    const auto span = [&](std::string_view words) {
        const std::size_t at = article.text.find(words);
        return make_span(at, at + words.size());
    };
    article.blocks = {{make_span(0, article.text.size()), BlockKind::kParagraph}};
    document.tokens = {{span("Ana")}, {span("Núñez")}, {span("said")}};
    document.tokens[2].joined = true;
    document.sentences = {
        {.span = make_span(0, article.text.size()), .first_token = 0, .last_token = 3, .block = 0}};
    document.upos = {Upos::kPropn, Upos::kPropn, Upos::kVerb};
    document.xpos = {24, 24, 39};
    document.lemma_chars = "AnaNúñezsay";
    document.lemmas = {{0, 3}, {3, 10}, {10, 13}};
    document.entities = {{EntityType::kPerson, "Ana Núñez", "wikidata:Q5"}};
    const auto place = [&](std::string_view words) {
        return Place{.span = span(words), .sentence = 0};
    };
    document.mentions = {{.place = place("Ana Núñez"), .entity = 0}};
    document.mentions[0].place.confidence = 0.75F;
    Timex timex{.place = place("May 3"), .value = "2024-05-03", .ambiguous = true};
    timex.from = timex.to = std::chrono::year{2024} / 5 / 3;
    document.dates = {timex};
    document.quotes = {{.place = place("Fine,"),
                        .speaker = Speaker{span("Ana Núñez"), 0, "Ana Núñez", SpeakerKind::kName},
                        .cue = span("said")}};
    document.nonspeech = {span("So-so")};
    Citation citation{.place = place("5 U.S.C. 552"), .kind = CitationKind::kUsc};
    citation.id = "/us/usc/t5/s552";
    citation.fields = {{"note", "yes"}};
    citation.work = "/us/usc/t5";
    document.citations = {citation};
    document.computed = all_layers();
    return document;
}

std::string written(const Document& document, OffsetUnit unit) {
    std::string line;
    writing::RecordWriter({.unit = unit, .layers = all_layers()}).append(document, line);
    return line;
}

}  // namespace

TEST_CASE("a record comes back as the document it was, in every offset unit") {
    const Document document = example();
    for (const OffsetUnit unit :
         {OffsetUnit::kBytes, OffsetUnit::kCodePoints, OffsetUnit::kUtf16}) {
        const std::string line = written(document, unit);
        REQUIRE(reading::is_record(line));
        const Result<Document> read = reading::read_record(line, document.article);
        REQUIRE(read.ok());
        const Document& again = read.value();
        REQUIRE(again.computed == document.computed);
        REQUIRE(again.article.blocks == document.article.blocks);
        REQUIRE(again.sentences == document.sentences);
        REQUIRE(again.tokens == document.tokens);
        REQUIRE(again.upos == document.upos);
        REQUIRE(again.lemma(1) == "Núñez");
        REQUIRE(again.mentions == document.mentions);
        REQUIRE(again.entities == document.entities);
        REQUIRE(again.dates == document.dates);
        REQUIRE(again.quotes == document.quotes);
        REQUIRE(again.nonspeech == document.nonspeech);
        REQUIRE(again.citations == document.citations);
        REQUIRE(written(again, unit) == line);
    }
}

TEST_CASE("a record that cannot be ours is refused with a reason") {
    const Article article{.id = "a", .text = "é!"};
    const auto reason = [&](std::string_view json) {
        const Result<Document> read = reading::read_record(json, article);
        return read.ok() ? std::string("accepted") : read.error().what;
    };
    const auto with = [](std::string_view rest) {
        return "{\"lede\":{\"schema\":1,\"offsets\":\"bytes\"}," + std::string(rest) + "}";
    };
    REQUIRE(reason(with("\"sentences\":[[0,2]]")) == "accepted");
    REQUIRE(reason(with("\"sentences\":[[0,1]]")) == "a span does not lie in the text");
    REQUIRE(reason(with("\"sentences\":[[0,99]]")) == "a span does not lie in the text");
    REQUIRE(reason(with("\"sentences\":[[2,0]]")) == "a span does not lie in the text");
    REQUIRE(reason(with("\"upos\":[\"NOUN\"]")) == "tags or lemmas are not as many as tokens");
    REQUIRE(reason("{\"lede\":{\"schema\":2,\"offsets\":\"bytes\"}}") ==
            "a record of another schema: this Lede reads schema 1");
    REQUIRE_FALSE(reason("{\"lede\":").empty());
    REQUIRE_FALSE(reading::is_record("{\"id\":\"lede\"}"));
}
