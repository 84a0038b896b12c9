#include "stats/frequency_list.h"

#include <catch2/catch.hpp>

#include "stats/frequency_counter.h"

using namespace lede;
using namespace lede::stats;

namespace {

Document article(std::string text) {
    Document document;
    document.article.text = std::move(text);
    return document;
}

FrequencyList count(const std::vector<std::string>& texts, std::size_t size = 1) {
    FrequencyCounter counter(
        {.rule = {.words = WordRule::kUax29, .letters = LetterCase::kLower}, .size = size});
    for (const std::string& text : texts) counter.add(article(text));
    return counter.lists()[""];
}

std::string bytes_of(const FrequencyList& list) {
    std::string bytes;
    append_frequency_file(list, bytes);
    return bytes;
}

}  // namespace

TEST_CASE("words of Unicode Annex 29 are counted in lower case with their articles") {
    const FrequencyList list = count({"The court’s ruling: 3.5 % of THE law.", "No law"});
    CHECK(list.total == 9);
    CHECK(list.articles == 2);
    CHECK(list.find("the")->frequency == Frequency{2, 1});
    CHECK(list.find("law")->frequency == Frequency{2, 2});
    CHECK(list.find("court’s")->frequency == Frequency{1, 1});
    CHECK(list.find("3.5")->frequency == Frequency{1, 1});
    CHECK_FALSE(list.find("%"));
}

TEST_CASE("n-grams run over sentences but never from one article into the next") {
    const FrequencyList list = count({"a b. A b", "b a"}, 2);
    CHECK(list.total == 4);
    CHECK(list.find("a b")->frequency == Frequency{2, 1});
    CHECK(list.find("b a")->frequency == Frequency{2, 2});
}

TEST_CASE("lists of shards add up to the list of the whole") {
    for (const std::size_t size : {1U, 3U}) {
        FrequencyList left = count({"the law is the law", "a bill"}, size);
        left.merge(count({"the bill is a law is the law"}, size));
        CHECK(left ==
              count({"the law is the law", "a bill", "the bill is a law is the law"}, size));
    }
}

TEST_CASE("a list that is stored and read again is the same list") {
    FrequencyList list = count({"Zürich and Köln and 서울"});
    list.rows.insert(list.rows.begin(), {"\tcell\nwith\\all\r", {1, 1}});
    ++list.total;
    const auto read = parse_frequency_file(bytes_of(list), "x.freq");
    REQUIRE(read);
    CHECK(read.value() == list);
}

TEST_CASE("a list that does not hold together is refused with its line") {
    const std::string head =
        "# lede-freq 1\n# items: words lede keep\n# total: 5\n# articles: "
        "2\nitem\tcount\tarticles\n";
    REQUIRE(parse_frequency_file(head + "a\t2\t1\n", "x"));
    for (const char* rows : {"a\t2\t3\n", "a\t0\t0\n", "b\t1\t1\na\t1\t1\n", "a\t1\t1\na\t1\t1\n",
                             "a\t6\t1\n", "a\t02\t1\n", "a\t2\n", "a\\x\t1\t1\n", "a\t-1\t1\n",
                             "\n", "a\t18446744073709551615\t1\n"}) {
        INFO(rows);
        const auto list = parse_frequency_file(head + rows, "x");
        REQUIRE_FALSE(list);
        CHECK(list.error().record >= 6);
    }
    CHECK_FALSE(parse_frequency_file("", "x"));
    CHECK_FALSE(parse_frequency_file("# lede-freq 2\n", "x"));
}
