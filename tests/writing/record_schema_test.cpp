#include <catch2/catch.hpp>

#include "pipeline/annotator.h"
#include "support/json_schema.h"
#include "support/samples.h"
#include "writing/record_writer.h"

using namespace lede;

namespace {

std::string record_of(Article article, const writing::RecordOptions& options) {
    const pipeline::Annotator annotator(Lexicon(), {.layers = options.layers});
    std::string record;
    writing::RecordWriter(options).append(annotator.annotate(std::move(article)), record);
    return record;
}

std::string schema_text() { return std::string(Lexicon().file("writing/record.schema.json")); }

}  // namespace

TEST_CASE("every record of the samples fulfils the published schema") {
    const test::JsonSchema schema(schema_text());
    for (const Article& article : test::sample_articles()) {
        INFO(article.id);
        CHECK(schema.problems(record_of(article, {})).empty());
        const std::string whole = record_of(
            article,
            {.unit = OffsetUnit::kUtf16, .layers = test::all_layers(), .with_text = false});
        const auto problems = schema.problems(whole);
        CHECK((problems.empty() ? "" : problems.front()) == "");
    }
}

TEST_CASE("the schema refuses what is not a record") {
    const test::JsonSchema schema(schema_text());
    CHECK_FALSE(schema.problems("{}").empty());
    const std::string record = record_of(test::article_of("Kim left."), {});
    REQUIRE(schema.problems(record).empty());
    std::string wrong_unit = record;
    wrong_unit.replace(wrong_unit.find("codepoints"), 10, "characters");
    CHECK_FALSE(schema.problems(wrong_unit).empty());
    std::string extra_key = record;
    extra_key.insert(1, "\"colour\":1,");
    CHECK_FALSE(schema.problems(extra_key).empty());
}
