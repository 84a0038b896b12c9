#include "stats/cooccurrence.h"

#include <catch2/catch.hpp>

#include "stats/network.h"
#include "stats/proofs.h"

using namespace lede;
using namespace lede::stats;

namespace {

// Each sentence names the people whose letters stand in it.
Document article(const std::string& text) {
    Document document;
    document.article.text = text;
    const auto sentence_of = [&](std::size_t begin, std::size_t end) {
        document.sentences.push_back({make_span(begin, end)});
    };
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '.') {
            sentence_of(begin, at + 1);
            begin = at + 1;
        } else if (text[at] != ' ') {
            const auto id = static_cast<std::uint32_t>(text[at] - 'A');
            document.entities.resize(std::max<std::size_t>(document.entities.size(), id + 1));
            document.entities[id].name = text.substr(at, 1);
            document.mentions.push_back({.place = {make_span(at, at + 1)}, .entity = id});
        }
    }
    return document;
}

constexpr ItemRule kNames{.kind = ItemKind::kEntities};

std::vector<std::string> shown(Cooccurrence& counter) {
    std::vector<std::string> lines;
    for (const Together& pair : counter.pairs({}, *find_association("g2"), {}))
        lines.push_back(std::string(pair.first) + std::string(pair.second) + " " +
                        std::to_string(pair.units.a) + " of " +
                        std::to_string(static_cast<int>(pair.units.total())));
    std::sort(lines.begin(), lines.end());
    return lines;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("names of one sentence stand together once, in no direction") {
    Cooccurrence counter({kNames, kNames, Within::kSentence});
    counter.add(article("B A B. C. A B. C A."));
    CHECK(shown(counter) == Lines{"AB 2 of 4", "AC 1 of 4"});
}

TEST_CASE("names of one article stand together across sentences") {
    Cooccurrence counter({kNames, kNames, Within::kArticle});
    counter.add(article("A. B."));
    counter.add(article("A. C."));
    CHECK(shown(counter) == Lines{"AB 1 of 2", "AC 1 of 2"});
}

TEST_CASE("what shards saw together adds up, whatever the order of names") {
    const CooccurrenceOptions options{kNames, kNames, Within::kSentence};
    Cooccurrence whole(options), left(options), right(options);
    for (const char* text : {"A B. C B.", "B A. D.", "D C B."}) whole.add(article(text));
    left.add(article("D C B."));
    right.add(article("A B. C B."));
    right.add(article("B A. D."));
    left.merge(right);
    CHECK(shown(left) == shown(whole));
}

TEST_CASE("a network keeps every name inside its quotes") {
    const Together pair{"A <&> \"B\"", "C\n\\", Contingency::of_pair(1, 2, 2, 9)};
    std::string xml, dot;
    const auto& g2 = *find_association("g2");
    append_network({pair}, false, g2, {}, NetworkFormat::kGraphml, xml);
    append_network({pair}, true, g2, {}, NetworkFormat::kDot, dot);
    CHECK(xml.find("A &lt;&amp;&gt; &quot;B&quot;") != std::string::npos);
    CHECK(dot.find("\"A <&> \\\"B\\\"\" -> \"C \\\\\" [weight=1];") != std::string::npos);
}

TEST_CASE("a pair has the articles it stands in and the quotations that hold it") {
    Cooccurrence counter({kNames, kNames, Within::kSentence});
    Document quoted = article("A B. A B. C A.");
    quoted.quotes.push_back({.place = {make_span(0, 3)}, .group = 0});
    quoted.quotes.push_back({.place = {make_span(5, 8)}, .group = 0});
    counter.add(quoted);
    counter.add(article("B A."));
    const auto pairs = counter.pairs({}, *find_association("g2"), {});
    REQUIRE(pairs.size() == 2);
    const Together& ab = pairs[0].second == "B" ? pairs[0] : pairs[1];
    CHECK(ab.units.a == 3);
    CHECK(ab.articles == 2);
    CHECK(ab.quotes == 1);  // in two pieces
}

TEST_CASE("names of one link are one thing, and a thing is not found beside itself") {
    Cooccurrence counter({kNames, kNames, Within::kSentence});
    for (const char* name : {"United States", "U.S."}) {
        Document document = article("A B C.");
        document.entities[0] = {.name = name, .link = "iso:US"};
        document.entities[2] = {.name = "America", .link = "iso:US"};
        counter.add(document);
    }
    const auto pairs = counter.pairs({}, *find_association("g2"), {});
    REQUIRE(pairs.size() == 1);
    CHECK(pairs[0].units.a == 2);
    CHECK(pairs[0].first == "America");  // in two articles
    CHECK(pairs[0].first_key == "iso:US");
}

TEST_CASE("proofs are the sentences that hold the two") {
    const CooccurrenceOptions options{kNames, kNames, Within::kArticle};
    Cooccurrence counter(options);
    const Document document = article("A.  C. B. A C.");
    counter.add(document);
    const auto pairs = counter.pairs({.terms = {"B"}}, *find_association("g2"), {});
    REQUIRE(pairs.size() == 2);
    Proofs proofs(options, pairs);
    const auto found = proofs.of(document);
    REQUIRE(found.size() == 2);
    CHECK(pairs[found[0].pair].first == "A");
    CHECK(found[0].text == "A. … B. … A C.");
    CHECK(found[1].text == "C. … B. … A C.");
}
