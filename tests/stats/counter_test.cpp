#include "stats/counter.h"

#include <catch2/catch.hpp>

using namespace lede;
using namespace lede::stats;

namespace {

// An article of plain words; the quoted ones belong to the speaker.
Document article(std::string text, std::string section, std::string_view quoted = "",
                 std::string speaker = "") {
    Document document;
    document.article.text = std::move(text);
    document.article.published = "2024-03-05T10:00:00Z";
    document.article.meta.emplace_back("section", "\"" + section + "\"");
    const std::string_view view = document.text();
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= view.size(); ++i) {
        if (i < view.size() && view[i] != ' ') continue;
        if (i > begin) document.tokens.push_back({make_span(begin, i)});
        begin = i + 1;
    }
    if (!quoted.empty()) {
        const std::size_t at = view.find(quoted);
        document.quotes.push_back({.place = {make_span(at, at + quoted.size())},
                                   .speaker = Speaker{.name = std::move(speaker)}});
    }
    return document;
}

std::vector<std::string> lines(const Table& table) {
    std::vector<std::string> out;
    for (const auto& row : table.rows) {
        std::string line;
        for (const std::string& cell : row) line += (line.empty() ? "" : " ") + cell;
        out.push_back(line);
    }
    return out;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("counters of shards merge to what one counter gives") {
    const CounterOptions options{.subject = Subject::kQuotes, .by = *Grouping::parse("section")};
    Counter whole(options);
    Counter left(options);
    Counter right(options);
    const std::vector<Document> documents = {article("a b said Ana", "x", "a b", "Ana"),
                                             article("b c", "y"),
                                             article("c a said Ana", "x", "c a", "Ana")};
    for (const Document& document : documents) whole.add(document);
    left.add(documents[2]);
    right.add(documents[0]);
    right.add(documents[1]);
    left.merge(right);
    REQUIRE(left.table().rows == whole.table().rows);
    REQUIRE(lines(whole.table()).front() == "x Ana 2 4 1 2 1000 250000 2 8");
}

TEST_CASE("quotes are ranked by words, with each speaker's share") {
    Counter counter({.subject = Subject::kQuotes});
    counter.add(article("one two three said Ana", "x", "one two three", "Ana Ruiz"));
    counter.add(article("yes said Bo", "x", "yes", "Bo Li"));
    REQUIRE(lines(counter.table()) ==
            Lines{"Ana Ruiz 1 3 0.75 1 500 125000 2 8", "Bo Li 1 1 0.25 1 500 125000 2 8"});
}

TEST_CASE("a pronoun that stands for no one known is no speaker's name") {
    Counter counter({.subject = Subject::kQuotes});
    Document told = article("yes he said", "x", "yes", "he");
    told.quotes[0].speaker->span = make_span(4, 6);
    told.quotes[0].speaker->kind = SpeakerKind::kPronoun;
    counter.add(told);
    told.quotes[0].speaker->name = "Ana Ruiz";
    counter.add(told);
    REQUIRE(lines(counter.table()) == Lines{"(unknown) 1 1 0.5 1 500 166666.66666666666 2 6",
                                            "Ana Ruiz 1 1 0.5 1 500 166666.66666666666 2 6"});
}

TEST_CASE("a timeline counts days of publication by the asked period") {
    Counter counter(
        {.subject = Subject::kTimeline, .items = {.published = true, .period = Period::kMonth}});
    counter.add(article("a", "x"));
    REQUIRE(lines(counter.table()) == Lines{"2024-03 1 1 1000 1000000 1 1"});
}

TEST_CASE("groups come from fields of the record, of the input, and from buckets of dates") {
    const Document document = article("a", "Courts");
    const auto group = [&](std::string_view by) {
        return Grouping::parse(by)->group_of(document.article);
    };
    REQUIRE(group("section") == "Courts");
    REQUIRE(group("meta.section,published:year") ==
            "Courts\x1F"
            "2024");
    REQUIRE(group("nowhere").empty());
    REQUIRE(Grouping::parse("published:year,section,published:month")->fields() ==
            std::set<std::string>{"published", "section"});
    REQUIRE(Grouping::has_value(document.article, "section"));
    REQUIRE_FALSE(Grouping::has_value(document.article, "nowhere"));
    REQUIRE_FALSE(Grouping::parse("published:fortnight"));
    REQUIRE_FALSE(Grouping::parse(","));
}

TEST_CASE("a thing is one by its link, under the name that most articles have") {
    Counter counter({.subject = Subject::kEntities});
    for (const char* name : {"United States", "U.S.", "United States"}) {
        Document document = article(std::string(name) + " spoke", "x");
        document.entities.push_back({.type = EntityType::kGpe, .name = name, .link = "iso:US"});
        document.mentions.push_back(
            {.place = {make_span(0, 4)}, .type = EntityType::kGpe, .entity = 0});
        counter.add(document);
    }
    REQUIRE(counter.table().rows.size() == 1);
    CHECK(lines(counter.table())[0].starts_with("United States GPE iso:US 3 3 "));
}

TEST_CASE("the highest periods of a timeline stay in the order of time") {
    Counter counter({.subject = Subject::kTimeline, .items = {.published = true}, .top = 2});
    for (const char* day : {"2021-03-04", "2019-01-02", "2020-05-06", "2021-03-09", "2019-01-03"}) {
        Document document = article("a b", "x");
        document.article.published = day;
        counter.add(document);
    }
    const Lines rows = lines(counter.table());
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].starts_with("2019-01 2 "));
    CHECK(rows[1].starts_with("2021-03 2 "));
}

TEST_CASE("a work is one row, under the title that most of its citations have") {
    Counter counter({.subject = Subject::kCitations});
    Document document = article("a b c d", "x");
    for (const char* title : {"Clean Air Act", "", "Clean Air Act", "Title V"})
        document.citations.push_back(
            {.place = {make_span(0, 1)}, .work = "/us/pl/88/206", .title = title});
    counter.add(document);
    REQUIRE(counter.table().rows.size() == 1);
    CHECK(lines(counter.table())[0].starts_with("/us/pl/88/206 Clean Air Act 4 1 "));
}

TEST_CASE("rows are those of the terms, the lowest first if asked") {
    CounterOptions options{.subject = Subject::kQuotes, .ascending = true};
    for (const bool named : {false, true}) {
        if (named) options.terms = {"Ana"};
        Counter counter(options);
        counter.add(article("a b said Ana", "x", "a b", "Ana"));
        counter.add(article("c said Bo", "x", "c", "Bo"));
        const Lines rows = lines(counter.table());
        REQUIRE(rows.size() == (named ? 1 : 2));
        CHECK(rows[0].starts_with(named ? "Ana 1 2 " : "Bo 1 1 "));
    }
}
