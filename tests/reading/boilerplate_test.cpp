#include "reading/boilerplate.h"

#include <catch2/catch.hpp>

using namespace lede;
using reading::BoilerplatePolicy;

namespace {

Article article() {
    Article article;
    article.text = "Skip to content\n\nThe council met.\n\nSubscribe\n\nIt voted.\n";
    article.blocks = {{{0, 15}, BlockKind::kBoilerplate},
                      {{17, 33}, BlockKind::kParagraph},
                      {{35, 44}, BlockKind::kBoilerplate},
                      {{46, 55}, BlockKind::kParagraph}};
    return article;
}

}  // namespace

TEST_CASE("boilerplate can be dropped from the text, kept as text, or only marked") {
    Article dropped = article();
    apply_boilerplate_policy(BoilerplatePolicy::kDrop, dropped);
    CHECK(dropped.text == "The council met.\n\nIt voted.\n");
    REQUIRE(dropped.blocks.size() == 2);
    CHECK(dropped.blocks[1].span.of(dropped.text) == "It voted.");
    Article kept = article();
    apply_boilerplate_policy(BoilerplatePolicy::kKeep, kept);
    CHECK(kept.text == article().text);
    CHECK(kept.blocks[0].kind == BlockKind::kParagraph);
    Article marked = article();
    apply_boilerplate_policy(BoilerplatePolicy::kMark, marked);
    CHECK(marked.blocks == article().blocks);
}

TEST_CASE("an article of boilerplate only, or without blocks, can be dropped whole") {
    Article nothing;
    nothing.text = "  ";
    apply_boilerplate_policy(BoilerplatePolicy::kDrop, nothing);
    CHECK(nothing.text == "  ");
    Article only;
    only.text = "Subscribe";
    only.blocks = {{{0, 9}, BlockKind::kBoilerplate}};
    apply_boilerplate_policy(BoilerplatePolicy::kDrop, only);
    CHECK(only.text.empty());
}
