#include "search/hit_order.h"

#include <catch2/catch.hpp>

using namespace lede;
using namespace lede::search;

namespace {

Document article(const std::string& text) {
    Document document;
    document.article.id = "a.txt";
    document.article.published = "2019-02-20";
    document.article.text = text;
    return document;
}

}  // namespace

TEST_CASE("the left context is sorted from the word next to the hit") {
    const Document document = article("The United Nations lifted the arms embargo on Thursday.");
    const Hit hit{make_span(30, 42)};
    REQUIRE(document.text_of(hit.span) == "arms embargo");
    CHECK(sort_key(document, hit, HitKey::kLeft) == "the lifted nations united the");
    CHECK(sort_key(document, hit, HitKey::kRight) == "on thursday .");
    CHECK(sort_key(document, hit, HitKey::kHit) == "arms embargo");
    CHECK(sort_key(document, hit, HitKey::kDate) == "2019-02-20");
    CHECK(group_key(document, hit, HitKey::kLeft) == "the");
    CHECK(group_key(document, hit, HitKey::kDoc) == "a.txt");
}

TEST_CASE("context is cut between characters") {
    std::string text;
    for (int i = 0; i < 300; ++i) text += "\xC3\xA9";
    const Document document = article(text);
    CHECK_FALSE(sort_key(document, {make_span(300, 302)}, HitKey::kLeft).empty());
    CHECK_FALSE(sort_key(document, {make_span(300, 302)}, HitKey::kRight).empty());
}

TEST_CASE("a sample draws as many as asked, each alike, and the same for a seed") {
    std::vector<int> drawn(10);
    for (std::uint64_t seed = 0; seed < 2000; ++seed) {
        Sample sample(3, seed);
        for (int i = 0; i < 10; ++i) sample.offer({"", std::to_string(i)});
        const auto lines = sample.take();
        REQUIRE(lines.size() == 3);
        for (const KeyedLine& line : lines) ++drawn[static_cast<std::size_t>(std::stoi(line.line))];
    }
    for (const int times : drawn) CHECK((times > 500 && times < 700));
    Sample all(5, 1);
    all.offer({"", "one"});
    CHECK(all.take().size() == 1);
}
