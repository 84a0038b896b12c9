#include "stats/cooccurrence.h"

#include <catch2/catch.hpp>

#include "stats/network.h"

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
