#include "search/pattern_search.h"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "search/cql_parser.h"
#include "search/query_parser.h"
#include "search/vrt_search.h"
#include "search/vrt_table.h"
#include "support/md5.h"

using namespace lede;
using namespace lede::search;

namespace {

PatternSearch compiled(std::string_view text) {
    auto query = parse_cql(text);
    if (const auto* error = std::get_if<QueryError>(&query)) FAIL(show_error(text, *error));
    auto search = PatternSearch::compile(std::get<PatternQuery>(query));
    if (const auto* error = std::get_if<QueryError>(&search)) FAIL(show_error(text, *error));
    return std::get<PatternSearch>(std::move(search));
}

// Words in order; "<…>" are tags. "<s> Kim spoke </s>"
std::string vertical(std::string_view words) {
    std::string lines;
    bool in_tag = false;
    for (const char c : words) {
        if (c == '<') in_tag = true;
        if (c == '>') in_tag = false;
        lines += c == ' ' && !in_tag ? '\n' : c;
    }
    return lines + "\n";
}

constexpr const char* kTalks =
    "<text id=\"a\" date=\"2018-06-12\"> <s> Kim met Trump and Trump met Kim . </s> "
    "<s> <quote speaker=\"Donald Trump\"> We fell in love . </quote> he said . </s> </text> "
    "<text id=\"b\" date=\"2016-02-18\"> <s> No deal . </s> </text>";

// The words of each hit, hits divided by " | ".
std::string found(std::string_view words, std::string_view query,
                  Strategy strategy = Strategy::kStandard) {
    const PatternSearch search = compiled(query);
    TokenTableBuilder builder(vrt_attributes({"word"}));
    add_vrt(vertical(words), {"word"}, builder);
    const TokenTable& table = builder.finish();
    std::string shown;
    for (const TokenHit& hit : search.find(table, strategy)) {
        shown += shown.empty() ? "" : " |";
        for (std::uint32_t i = hit.begin; i < hit.end; ++i) {
            if (!shown.empty()) shown += ' ';
            shown += table.columns[0].values[table.columns[0].ids[i]];
        }
    }
    return shown;
}

}  // namespace

TEST_CASE("a strategy decides which of overlapping matches are hits") {
    const char* words = "a very very old man";
    const char* query = R"("very"+ "old"?)";
    CHECK(found(words, query) == "very | very");
    CHECK(found(words, query, Strategy::kLongest) == "very very old");
    CHECK(found(words, R"("very"* "old")") == "very very old");
    CHECK(found(words, R"("very"* "old")", Strategy::kShortest) == "old");
    CHECK(found(words, query, Strategy::kAll) ==
          "very | very very | very very old | very | "
          "very old");
}

TEST_CASE("tags stand at the bounds of regions, and a closing tag closes what was opened") {
    CHECK(found(kTalks, "<s> []") == "Kim | We | No");
    CHECK(found(kTalks, "[] </s>") == ". | . | .");
    CHECK(found(kTalks, "<s> []{3} </s>") == "No deal .");
    CHECK(found(kTalks, "<s> []* </s>") ==
          "Kim met Trump and Trump met Kim . | We fell in love . he said . | No deal .");
    CHECK(found(kTalks, R"(<text_date="2016.*"> [])") == "No");
}

TEST_CASE("whole regions are found by words of their names") {
    CHECK(found(kTalks, R"(<quote speaker="trump"/>)") == "We fell in love .");
    CHECK(found(kTalks, R"(<quote speaker="/^Don/"/> "he")") == "We fell in love . he");
    CHECK(found(kTalks, R"(<quote speaker="Kim"/>)").empty());
    CHECK(found(kTalks, R"("love" within <quote speaker="Trump"/>)") == "love");
    CHECK(found(kTalks, R"(<quote/> containing "fell")") == "We fell in love .");
    CHECK(found(kTalks, R"(<s/> !containing "Kim")") == "We fell in love . he said . | No deal .");
    CHECK(found(kTalks, R"([word="\."] !within quote)") == ". | . | .");
}

TEST_CASE("labels are tried in every place, unlike CQP's one binding") {
    CHECK(found(kTalks, "a:[] \"and\" b:[] :: a.word = b.word") == "Trump and Trump");
    CHECK(found(kTalks, R"(a:[shape="Xx"] []* b:[] :: a.word = b.word & distance(a,b) > 3)") ==
          "Kim met Trump and Trump met Kim");
    CHECK(found(kTalks, R"([word="Trump"] [] [word="Trump"])") == "Trump and Trump");
    CHECK(found(kTalks, R"(a:[shape="Xx"] [] [word = a.word])") == "Trump and Trump");
}

TEST_CASE("days of a text are compared as days, a year is all of it") {
    CHECK(found(kTalks, "<s> [] :: text.date >= 2018-01-01") == "Kim | We");
    CHECK(found(kTalks, "<s> [] :: text.date <= 2016") == "No");
    CHECK(found(kTalks, "<s> [] :: match.text_date = \"2016.*\"") == "No");
    CHECK(found(kTalks, "[text_date=\"2016.*\" & lower=\"deal\"]") == "deal");
}

TEST_CASE("meet wants the second word in a window or in the same region") {
    CHECK(found(kTalks, R"(MU(meet "Kim" "and" -3 0))") == "Kim");
    CHECK(found(kTalks, R"(MU(meet "Kim" "and" s))") == "Kim | Kim");
    CHECK(found(kTalks, R"(MU(meet (meet "met" "Kim" -1 1) "Trump" -1 -1))") == "met");
}

TEST_CASE("within counts regions and tokens") {
    CHECK(found(kTalks, R"("Kim" []* "love")").empty() == false);
    CHECK(found(kTalks, R"("Kim" []* "love" within s)").empty());
    CHECK(found(kTalks, R"("met" []* "love" within 2 s)") ==
          "met Trump and Trump met Kim . We fell "
          "in love");
    CHECK(found(kTalks, R"("Kim" []* "and" within 3)").empty());
    CHECK(found(kTalks, R"("Kim" []* "and" within 4)") == "Kim met Trump and");
}

TEST_CASE("case and accents are folded on demand") {
    CHECK(found("Müller MULLER muller", R"("muller"%c)") == "MULLER | muller");
    CHECK(found("Müller MULLER muller", R"("muller"%cd)") == "Müller | MULLER | muller");
    CHECK(found("U.S. UXS.", R"(l"U.S.")") == "U.S.");
}

TEST_CASE("gap patterns take time linear in the text") {
    std::string words;
    for (int i = 0; i < 20000; ++i) words += i % 2 ? "on " : "and ";
    words += "end";
    std::string gaps;
    for (int i = 0; i < 12; ++i) gaps += " []?";
    CHECK(found(words, "\"and\"" + gaps + " \"end\"", Strategy::kLongest).ends_with("end"));
    CHECK(found(words, "((\"and\"*)* (\"on\"*)*)* \"end\" within 40").ends_with("end"));
}

TEST_CASE("sections of vertical text follow each other as one text") {
    std::vector<PatternSearch> patterns;
    patterns.push_back(compiled("\".\" \"No\""));
    VrtSearch search(patterns, Strategy::kStandard, {"word"});
    const std::string text = vertical(kTalks);
    const std::size_t second = text.find("<text id=\"b\"");
    std::vector<VrtSection> done = search.add(text.substr(0, second));
    for (auto& section : search.add(text.substr(second))) done.push_back(std::move(section));
    for (auto& section : search.finish()) done.push_back(std::move(section));
    REQUIRE(done.size() == 2);
    CHECK(done[0].hits == std::vector<TokenHit>{{15, 17}});
    CHECK(done[1].first_token == 16);
}

TEST_CASE("CQP's own hits on three novels, position by position") {
    const char* corpora = std::getenv("LEDE_CORPORA");
    const std::filesystem::path folder =
        std::filesystem::path(corpora ? corpora : LEDE_SOURCE_DIR "/../shared/corpora") / "search";
    if (!std::filesystem::exists(folder / "novels.vrt")) {
        WARN("skipped: no " << folder);
        return;
    }
    std::ifstream novels(folder / "novels.vrt");
    std::stringstream text;
    text << novels.rdbuf();
    const std::string section = text.str();
    const std::vector<std::string> columns = vrt_columns(section);
    CHECK(columns == std::vector<std::string>{"word", "lower", "shape"});
    TokenTableBuilder builder(vrt_attributes(columns));
    add_vrt(section, columns, builder);
    const TokenTable& table = builder.finish();
    std::ifstream gold(folder / "novels_gold.tsv");
    for (std::string line; std::getline(gold, line);) {
        if (line.starts_with('#')) continue;
        std::stringstream row(line);
        std::vector<std::string> cells;
        for (std::string cell; std::getline(row, cell, '\t');) cells.push_back(cell);
        INFO(cells[0] << " " << cells[3]);
        const PatternSearch search = compiled(cells[3]);
        for (const std::size_t at : {std::size_t{4}, std::size_t{6}}) {
            if (cells[at] == "?") continue;
            std::string dump;
            const auto hits =
                search.find(table, at == 4 ? Strategy::kStandard : Strategy::kLongest);
            for (const TokenHit& hit : hits)
                dump += std::to_string(hit.begin) + '\t' + std::to_string(hit.end - 1) + '\n';
            CHECK(std::to_string(hits.size()) == cells[at]);
            CHECK((hits.empty() ? "-" : test::md5(dump)) == cells[at + 1]);
        }
    }
}

TEST_CASE("what is repeated no times is read like the rest") {
    CHECK(found(kTalks, R"("met" [word="and"]{0} "Trump")") == "met Trump");
    const auto query = parse_cql(R"("met" "*"{0} "Trump")");
    REQUIRE(std::holds_alternative<PatternQuery>(query));
    const auto search = PatternSearch::compile(std::get<PatternQuery>(query));
    CHECK(std::holds_alternative<QueryError>(search));  // "*" is no regex
}
