// What holds of every document, whatever the text.
#include <catch2/catch.hpp>

#include <algorithm>

#include "pipeline/annotator.h"
#include "support/samples.h"
#include "text/utf8.h"
#include "writing/html_writer.h"
#include "writing/pretty_writer.h"
#include "writing/record_writer.h"
#include "writing/table_writer.h"
#include "writing/timeml_writer.h"

using namespace lede;

namespace {

void check_span(const Document& document, Span span) {
    const std::string_view text = document.text();
    REQUIRE(span.begin < span.end);
    REQUIRE(span.end <= text.size());
    REQUIRE_FALSE(utf8::is_continuation(text[span.begin]));
    REQUIRE((span.end == text.size() || !utf8::is_continuation(text[span.end])));
}

template <typename Items, typename SpanOf>
void check_layer(const Document& document, const Items& items, SpanOf span_of) {
    for (const auto& item : items) check_span(document, span_of(item));
    REQUIRE(std::is_sorted(items.begin(), items.end(),
                           [&](const auto& a, const auto& b) { return span_of(a) < span_of(b); }));
}

void check_references(const Document& document) {
    for (const Mention& mention : document.mentions) {
        REQUIRE((mention.entity == kNone || mention.entity < document.entities.size()));
        REQUIRE((mention.citation == kNone || mention.citation < document.citations.size()));
    }
    for (const Quote& quote : document.quotes) {
        if (!quote.speaker) continue;
        check_span(document, quote.speaker->span);
        REQUIRE(
            (quote.speaker->entity == kNone || quote.speaker->entity < document.entities.size()));
    }
    for (const Citation& citation : document.citations)
        for (const std::uint32_t other : citation.same) REQUIRE(other < document.citations.size());
}

void check_properties(const Document& document) {
    const auto own = [](const auto& item) { return item.span; };
    const auto placed = [](const auto& item) { return item.place.span; };
    REQUIRE(utf8::is_valid(document.text()));
    check_layer(document, document.article.blocks, own);
    check_layer(document, document.sentences, own);
    check_layer(document, document.tokens, own);
    check_layer(document, document.mentions, placed);
    check_layer(document, document.dates, placed);
    check_layer(document, document.quotes, placed);
    check_layer(document, document.citations, placed);
    check_layer(document, document.nonspeech, [](Span span) { return span; });
    REQUIRE(document.upos.size() == document.tokens.size());
    REQUIRE(document.xpos.size() == document.tokens.size());
    REQUIRE(document.lemmas.size() == document.tokens.size());
    check_references(document);
}

std::string written(const Document& document) {
    std::string out;
    writing::RecordWriter({.layers = test::all_layers()}).append(document, out);
    writing::HtmlWriter().append(document, out);
    writing::PrettyWriter({.colour = true}).append(document, out);
    writing::TimemlWriter().append(document, out);
    for (std::size_t i = 0; i < writing::kTableNames.size(); ++i)
        writing::TableWriter(static_cast<writing::Table>(i), writing::Dialect::kTsv,
                             OffsetUnit::kUtf16)
            .append(document, out);
    return out;
}

}  // namespace

TEST_CASE("spans of the samples lie on code points, sorted, with references that hold") {
    const pipeline::Annotator annotator(Lexicon(), {.layers = test::all_layers()});
    for (Article& article : test::sample_articles()) {
        INFO(article.id);
        const Document document = annotator.annotate(article);
        check_properties(document);
        CHECK(written(document) == written(annotator.annotate(article)));
    }
}

TEST_CASE("any bytes at all are annotated and written in every format") {
    const pipeline::Annotator annotator(Lexicon(), {.layers = test::all_layers()});
    for (std::uint32_t seed = 1; seed <= 200; ++seed) {
        INFO("seed " << seed);
        const Document document =
            annotator.annotate(test::article_of(test::jumble(seed, seed * 16)));
        check_properties(document);
        CHECK(utf8::is_valid(written(document)));
    }
}

TEST_CASE("an empty article is a document with empty layers") {
    const pipeline::Annotator annotator(Lexicon(), {.layers = test::all_layers()});
    const Document document = annotator.annotate(test::article_of(""));
    check_properties(document);
    CHECK(document.tokens.empty());
}

TEST_CASE("a layer is the same, whatever else is asked for") {
    const pipeline::Annotator all(Lexicon(), {.layers = test::all_layers()});
    for (Article& article : test::sample_articles()) {
        const Document whole = all.annotate(article);
        const auto only = [&](Layer layer) {
            return pipeline::Annotator(Lexicon(), {.layers = {layer}}).annotate(article);
        };
        CHECK(only(Layer::kSentences).sentences == whole.sentences);
        CHECK(only(Layer::kCitations).citations.size() == whole.citations.size());
        const Document dates = only(Layer::kDates);
        REQUIRE(dates.dates.size() == whole.dates.size());
        for (std::size_t i = 0; i < dates.dates.size(); ++i)
            CHECK(dates.dates[i].value == whole.dates[i].value);
        CHECK(only(Layer::kEntities).mentions.size() == whole.mentions.size());
    }
}
