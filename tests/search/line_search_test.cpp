#include "search/line_search.h"

#include <catch2/catch.hpp>
#include <random>

using namespace lede::search;

namespace {

LineSearch compiled(const std::vector<std::string>& patterns, const LineOptions& options = {}) {
    auto search = LineSearch::compile(patterns, options);
    if (const auto* error = std::get_if<QueryError>(&search)) FAIL(error->what);
    return std::get<LineSearch>(std::move(search));
}

// The matching lines, each with "|" behind it.
std::string lines(std::string_view text, const std::vector<std::string>& patterns,
                  const LineOptions& options = {}) {
    std::string found;
    compiled(patterns, options).each(text, [&](const LineSearch::Line& line) {
        found += std::string(text.substr(line.begin, line.end - line.begin)) + '|';
        return true;
    });
    return found;
}

}  // namespace

TEST_CASE("each matching line is found once, also the last without a line feed") {
    const char* text = "No deal.\ndeal, deal\n\nA new Deal";
    CHECK(lines(text, {"deal"}) == "No deal.|deal, deal|");
    CHECK(lines(text, {"deal"}, {.ignore_case = true}) == "No deal.|deal, deal|A new Deal|");
    CHECK(lines(text, {"^deal"}) == "deal, deal|");
    CHECK(lines(text, {"eal$"}) == "deal, deal|A new Deal|");
    CHECK(lines(text, {"l.d"}).empty());
    CHECK(lines(text, {"^$"}) == "|");
    CHECK(lines(text, {"No", "new"}) == "No deal.|A new Deal|");
    CHECK(lines(text, {"deal."}, {.fixed = true}) == "No deal.|");
    CHECK(lines("", {"a*"}).empty());
    CHECK(lines("a\nb\n", {"x*"}) == "a|b|");
}

TEST_CASE("no match reaches over the end of a line") {
    CHECK(lines("north\nkorea", {"north\\skorea"}).empty());
    CHECK(lines("north\nkorea", {"h[^x]k"}).empty());
}

TEST_CASE("the bounds of a word are Unicode's") {
    const char* text =
        "Bogot\xC3\xA1 talks\nla \xC3\xA9"
        "cole\nan ecole\n";
    CHECK(lines(text, {"\\bBogot\\b"}).empty());
    CHECK(lines(text, {"\\b\xC3\xA9"
                       "cole\\b"}) ==
          "la \xC3\xA9"
          "cole|");
    CHECK(lines(text, {"cole"}, {.whole_words = true}).empty());
    CHECK(lines(text, {"\\becole\\b|talks"}) == "Bogot\xC3\xA1 talks|an ecole|");
}

TEST_CASE("gates stop no line that the regex alone would find") {
    std::mt19937 random(11);
    const std::vector<std::string> words = {"Sanctions",     "sanction",   "May",
                                            "June 12, 2018", "said",       "Kim",
                                            "\xE2\x80\x9C",  "north korea"};
    std::string text;
    for (int i = 0; i < 2000; ++i) {
        text += words[random() % words.size()];
        text += random() % 3 ? ' ' : '\n';
    }
    for (const char* pattern :
         {"[Ss]anction(s|ed)?", "(May|June) [0-9]{1,2}, [0-9]{4}", "\\p{Lu}\\p{L}+ said",
          "[\\x{2018}-\\x{201D}]", "(Kim|May) (said|Kim)", "s.*s", "north korea|kim"}) {
        INFO(pattern);
        for (const bool ignore_case : {false, true}) {
            const LineSearch search = compiled({pattern}, {.ignore_case = ignore_case});
            std::uint64_t alone = 0;
            for (std::size_t at = 0; at < text.size();) {
                const std::size_t end = std::min(text.find('\n', at), text.size());
                const LineSearch plain =
                    compiled({"(?:" + std::string(pattern) + ")"}, {.ignore_case = ignore_case});
                alone += plain.count(text.substr(at, end - at));
                at = end + 1;
            }
            CHECK(search.count(text) == alone);
        }
    }
}

TEST_CASE("a regex that is none is refused") {
    CHECK(std::holds_alternative<QueryError>(LineSearch::compile({"(a"}, {})));
}

TEST_CASE("many literals are found as the regex finds them") {
    std::vector<std::string> words;
    std::string text;
    for (int i = 0; i < 90; ++i) {
        words.push_back("Na" + std::to_string(i * 7) + "me");
        text += "line " + std::to_string(i) +
                (i % 3 == 0 ? " of Na" + std::to_string(i * 7) + "me" : " na7me");
        text += i % 5 == 0 ? " and much more that fills the place before the end of it\n" : "\n";
    }
    std::string joined;
    for (const std::string& word : words) joined += (joined.empty() ? "" : "|") + word;
    const auto count = [&](const std::vector<std::string>& patterns, bool ignore_case) {
        return std::get<LineSearch>(LineSearch::compile(patterns, {.ignore_case = ignore_case}))
            .count(text);
    };
    CHECK(count({joined}, false) == 30);
    CHECK(count(words, false) == 30);
    CHECK(count({joined}, true) == 90);
    CHECK(count({"(" + joined + ") and"}, false) == 6);
}
