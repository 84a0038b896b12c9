#include "entities/user_names.h"

#include <catch2/catch.hpp>

#include "pipeline/annotator.h"

using namespace lede;

namespace {

Document annotate(const std::string& names, const std::string& text) {
    pipeline::AnnotatorOptions options;
    options.entities.names = names;
    options.entities.names_source = "watch.tsv";
    const Lexicon lexicon;
    const pipeline::Annotator annotator(lexicon, options);
    Article article;
    article.text = text;
    article.blocks = {{make_span(0, text.size()), BlockKind::kParagraph}};
    return annotator.annotate(std::move(article));
}

}  // namespace

TEST_CASE("names of the user's list win and carry its name, type and link") {
    const Document document = annotate(
        "# watch list\nzorbit\tZorbit Mining\tORG\tlei:1\nthe big Z\tZorbit Mining\tORG\tlei:1\n",
        "Miners say zorbit owes them money. Some call it the big Z in Nairobi.");
    REQUIRE(document.mentions.size() == 3);
    CHECK(document.text_of(document.mentions[0].place.span) == "zorbit");
    CHECK(document.mentions[0].entity == document.mentions[1].entity);
    const Entity& entity = document.entities[document.mentions[0].entity];
    CHECK(entity.name == "Zorbit Mining");
    CHECK(entity.link == "lei:1");
    CHECK(entity.type == EntityType::kOrg);
}

TEST_CASE("a broken list is refused with its line") {
    CHECK_THROWS_WITH(entities::UserNames("Kim\tKim\tHUMAN\n", "watch.tsv"),
                      Catch::Contains("watch.tsv:1") && Catch::Contains("HUMAN"));
    CHECK_THROWS_WITH(entities::UserNames("\n\tKim\n", "watch.tsv"),
                      Catch::Contains("watch.tsv:2"));
}
