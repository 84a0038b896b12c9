// Tables as pictures, specifications, lines of blocks and pages.
#include <catch2/catch.hpp>

#include "stats/periods.h"
#include "stats/quoted_words.h"
#include "stats/report_page.h"
#include "stats/spark_table.h"
#include "stats/table_chart.h"
#include "stats/vega_spec.h"

using namespace lede;
using namespace lede::stats;

namespace {

Table timeline_table() {
    Table table;
    table.add_column("publication", false);
    table.add_column("period", false);
    table.add_column("count", true);
    table.rows = {{"Ledger", "2018-11", "3"}, {"Ledger", "2019-02", "1"}, {"Post", "2019", "2"}};
    return table;
}

bool contains(const std::string& text, const std::string& what) {
    return text.find(what) != std::string::npos;
}

}  // namespace

TEST_CASE("the next period of a year, month or day") {
    CHECK(next_period("2019") == "2020");
    CHECK(next_period("2019-12") == "2020-01");
    CHECK(next_period("2019-02-28") == "2019-03-01");
    CHECK(next_period("2020-02-28") == "2020-02-29");
    for (const char* odd : {"9999", "2019-13", "2019-1", "19", "", "2019-02-30", "20 9", "2019/02"})
        CHECK(next_period(odd).empty());
}

TEST_CASE("periods between are filled, and of too many the fullest run is kept") {
    CHECK(fill_periods({{"2018-11", 3}, {"2019-01", 1}}, 100) ==
          std::vector<PeriodCount>{{"2018-11", 3}, {"2018-12", 0}, {"2019-01", 1}});
    CHECK(fill_periods({{"0001", 1}, {"1066", 1}, {"2018", 2}, {"2019", 2}, {"2999", 1}}, 5) ==
          std::vector<PeriodCount>{{"2018", 2}, {"2019", 2}});
    CHECK(fill_periods({{"PAST_REF", 1}}, 5).empty());
    CHECK(fill_periods({}, 5).empty());
}

TEST_CASE("a timeline becomes a line of blocks for each group") {
    const Table table = spark_table(timeline_table());
    CHECK(table.columns ==
          std::vector<std::string>{"publication", "from", "to", "count", "outside", "spark"});
    CHECK(table.rows ==
          std::vector<std::vector<std::string>>{{"Ledger", "2018-11", "2019-02", "4", "0", "█··▃"},
                                                {"Post", "2019", "2019", "2", "0", "█"}});
}

TEST_CASE("rows are named by their text, titles first, kinds and links left out") {
    Table table;
    for (const char* name : {"work", "title", "type", "link"}) table.add_column(name, false);
    CHECK(row_label(table, {"/us/usc/t22", "Foreign Relations", "usc", "x"}) ==
          "Foreign Relations");
    CHECK(row_label(table, {"/us/usc/t22", "", "", ""}) == "/us/usc/t22");
}

TEST_CASE("a table of every subject has a picture, empty or not") {
    const Table table = timeline_table();
    const ChartPlan plan = chart_plan("timeline").value();
    CHECK(contains(table_chart(table, plan, charts::Place::kFile), "<svg xmlns="));
    for (const char* subject : {"words", "keywords", "cross", "timeline"})
        CHECK(contains(table_chart(Table{}, chart_plan(subject).value(), charts::Place::kPage),
                       "Nothing to show"));
    CHECK_FALSE(chart_plan("merge"));
}

TEST_CASE("a specification for Vega-Lite holds the rows and names of fields as they are") {
    Table table;
    table.add_column("word", false);
    table.add_column("count", true);
    table.rows = {{"a \"b\"", "3"}};
    std::string out;
    append_vega(table, chart_plan("words").value(), out);
    CHECK(contains(out, R"({"label":"a \"b\"","word":"a \"b\"","count":3})"));
    CHECK(contains(out, R"("x":{"field":"count","type":"quantitative"})"));
}

TEST_CASE("words in quotations and around them are counted apart") {
    Document document;
    document.article.text = "we act she said we";
    document.quotes.resize(1);
    document.quotes[0].place.span = make_span(0, 6);
    QuotedWords words({.words = WordRule::kUax29});
    words.add(document);
    QuotedWords more({.words = WordRule::kUax29});
    more.add(document);
    words.merge(more);
    const FrequencyList quoted = words.quoted("r");
    CHECK(quoted.total == 4);
    CHECK(quoted.find("we")->frequency == Frequency{2, 2});
    CHECK(words.around("r").find("we")->frequency == Frequency{2, 2});
    CHECK(words.around("r").find("act") == nullptr);
}

TEST_CASE("a page is inert whatever its tables hold") {
    const std::string hostile = "</table><script>alert(1)</script><img src=x onerror=y>";
    ReportSection section{.id = "s", .title = hostile, .note = hostile, .svg = {}, .table = {}};
    section.table.add_column(hostile, false);
    section.table.rows = {{hostile}};
    const std::string page =
        html_report({.title = hostile, .about = hostile, .sections = {section}});
    CHECK_FALSE(contains(page, "<script"));
    CHECK_FALSE(contains(page, "<img"));
    CHECK(contains(page, "default-src 'none'"));
    CHECK_FALSE(contains(page, "http:"));
    CHECK_FALSE(contains(page, "https:"));
}
