// Articles from JSON objects: fields, broken strings, our own records.
#include "reading/json_article.h"

#include <catch2/catch.hpp>

#include "reading/json_text.h"
#include "reading_support.h"

using namespace lede;
using reading::Format;
using test::parse_bytes;

namespace {

Article parse_json(std::string bytes, reading::ParseOptions options = {}) {
    return parse_bytes(std::move(bytes), Format::kJsonl, std::move(options));
}

std::string error_of(std::string bytes) {
    try {
        parse_json(std::move(bytes));
    } catch (const std::runtime_error& error) {
        return error.what();
    }
    return {};
}

using Meta = std::vector<std::pair<std::string, std::string>>;

}  // namespace

TEST_CASE("fields are found by their names and the rest is kept as it stands") {
    const Article article = parse_json(
        R"({"url":"https://a.example/1","desk":{"name":"Asia", "n":1.50},"content":" Kim met.\n",)"
        R"("date":"20 Feb 2019","headline":"Talks","tags":[ "a" , 1 ]})");
    REQUIRE(article.id == "https://a.example/1");
    REQUIRE(article.text == " Kim met.\n");
    REQUIRE(article.title == "Talks");
    REQUIRE(article.published == "2019-02-20");
    REQUIRE(article.published_from == PublishedFrom::kField);
    REQUIRE(article.meta ==
            Meta{{"desk", R"({"name":"Asia", "n":1.50})"}, {"tags", R"([ "a" , 1 ])"}});
}

TEST_CASE("a record without a date is dated by its address") {
    const Article article = parse_json(
        R"({"url":"https://a.example/world/2014/06/21/talks.html","text":"Kim met on Monday."})");
    REQUIRE(article.published == "2014-06-21");
    REQUIRE(article.published_from == PublishedFrom::kUrl);
    const Article linked =
        parse_json(R"({"id":"7","link":"https://a.example/talks-20140621/","text":"Kim met."})");
    REQUIRE(linked.published == "2014-06-21");
    REQUIRE(parse_json(R"({"id":"a/2014/06/21/x","text":"Kim met."})").published.empty());
}

TEST_CASE("an English text stays English, however many foreign names it holds") {
    const auto language_of = [](const std::string& text) {
        return parse_json(R"({"id":"1","text":")" + text + "\"}").language;
    };
    REQUIRE(language_of("KOTA BHARU: UMNO president Datuk Seri Razak Hisham and party secretary "
                        "Datuk Wan Kamarul Abdullah met Tan Sri Yusof Rahman at the Taman Ampang "
                        "office on Friday.") == "en");
    REQUIRE(language_of("Ketua pembangkang berkata pada hari Jumaat bahawa kerajaan perlu "
                        "menjelaskan kenaikan harga barang kepada rakyat.") != "en");
}

TEST_CASE("a long text in two languages has the one of the most of it") {
    const std::string english =
        "The council said on Friday that the harbor would open again before the winter, although "
        "the two cranes that fell during the storm cannot be repaired. Fishermen who had moved "
        "their boats to Ash Bay welcomed the news. ";
    const std::string german =
        "Der Stadtrat hat am Freitag beschlossen, den Hafen noch vor dem Winter wieder zu öffnen, "
        "obwohl die beiden Kräne nach dem Sturm nicht mehr zu retten sind. Mehrere Fischer hatten "
        "ihre Boote in die Nachbarbucht gebracht und warten seither auf eine Entscheidung. Die "
        "Bürgermeisterin versprach, dass niemand für die Liegeplätze zahlen müsse, solange die "
        "Arbeiten dauern. Kritik kam von den Händlern am alten Markt: Sie fürchten, dass ihre "
        "Kundschaft ausbleibt, wenn die Brücke wie geplant im Herbst gesperrt wird. Über den "
        "Antrag der Opposition, beides zu verschieben, soll der Ausschuss erst nach den Ferien "
        "beraten. Bis dahin bleibt die Einfahrt für größere Schiffe geschlossen. ";
    const auto language_of = [](const std::string& text) {
        return parse_json(R"({"id":"1","text":")" + text + "\"}").language;
    };
    REQUIRE(language_of(english + german) == "de");
    REQUIRE(language_of(german + english) == "de");
    REQUIRE(language_of(english + german + english) == "de");
    REQUIRE(language_of(english + english + english + english) == "en");
}

TEST_CASE("the first name of a role wins wherever it stands, and the others are kept") {
    const Article article = parse_json(R"({"url":"u","body":"b","id":7,"text":"Kim left."})");
    REQUIRE(article.id == "7");
    REQUIRE(article.text == "Kim left.");
    REQUIRE(article.meta == Meta{{"url", "\"u\""}, {"body", "\"b\""}});
}

TEST_CASE("the fields can be named by --map") {
    const Article article = parse_json(R"({"story":"Kim left.","text":"no","when":"2019-02-20"})",
                                       {.map = {{"text", "story"}, {"published", "when"}}});
    REQUIRE(article.text == "Kim left.");
    REQUIRE(article.published == "2019-02-20");
    REQUIRE(article.meta == Meta{{"text", "\"no\""}});
}

TEST_CASE("a date that cannot be read stays among the other fields; an empty one is unknown") {
    const Article odd = parse_json(R"({"text":"Kim left.","date":"last spring"})");
    REQUIRE(odd.published.empty());
    REQUIRE(odd.meta == Meta{{"date", "\"last spring\""}});
    REQUIRE(
        parse_json(R"({"text":"Kim left.","date":""})", {.published = "2019-02-20"}).published ==
        "2019-02-20");
}

TEST_CASE("broken strings lose no record") {
    REQUIRE(parse_json(R"({"text":"a \ud83d b \ud83d\ude00"})").text == "a \uFFFD b \U0001F600");
    REQUIRE(parse_json("{\"text\":\"caf\xE9 \xE2\x82 noir\"}").text == "caf\uFFFD \uFFFD noir");
    REQUIRE(parse_json("\xEF\xBB\xBF{\"text\":\"Kim\\u2019s \\/ \\\"no\\\"\"}").text ==
            "Kim’s / \"no\"");
}

TEST_CASE("what is no article is an error that says why") {
    REQUIRE(error_of(R"({"id":1})").find("has no text field (text, content, body, maintext, ") ==
            0);
    REQUIRE(error_of(R"({"text":5})") == "\"text\" is not a string");
    REQUIRE(error_of(R"({"text":"a)").find("is not valid JSON") == 0);
    REQUIRE(error_of(R"({"text":"a"} x)").find("is not valid JSON") == 0);
    REQUIRE(error_of(R"({"text":"a","m":[1 2]})").find("is not valid JSON") == 0);
    REQUIRE(error_of(R"(["text"])").find("is not valid JSON") == 0);
}

TEST_CASE("our own records come back with their blocks") {
    const Article article = parse_json(
        R"({"lede":{"schema":1,"offsets":"codepoints"},"id":"x#2","source":"x","title":"É!",)"
        R"("published":"2019-02-20","published_from":"url","language":"en","words":2,)"
        R"("meta":{"desk":"Asia"},"text":"É!\n\nKim left.","blocks":[{"begin":0,"end":2,)"
        R"("kind":"title"},{"begin":4,"end":13,"kind":"paragraph"}],"tokens":[[0,1]]})");
    REQUIRE(article.id == "x#2");
    REQUIRE(article.published_from == PublishedFrom::kUrl);
    REQUIRE(article.meta == Meta{{"desk", "\"Asia\""}});
    REQUIRE(test::marked_blocks(article) == "[É!|title]\n\n[Kim left.|paragraph]");
    REQUIRE(error_of(R"({"lede":{"schema":9},"text":"a"})") == "is a record of a later schema");
    REQUIRE(error_of(R"({"lede":{"schema":1},"id":"a"})").find("--no-text") != std::string::npos);
}

TEST_CASE("pieces of JSON are checked strictly") {
    for (const char* good :
         {"1", " -0.5e+3 ", "[]", "{}", R"({"a":[{"b":null},true]})", R"("\u00e9")"})
        REQUIRE(reading::is_json_value(good));
    for (const char* bad : {"", "01", "1.", "[1,]", "{,}", R"({"a"})", R"({"a":1,})", "[1 2]",
                            "tru", "\"a", "\"\t\"", R"("\x")", "1 2", "[[]", "+1"})
        REQUIRE_FALSE(reading::is_json_value(bad));
    REQUIRE(reading::quote("a\"\\\n") == R"("a\"\\\u000a")");
}
