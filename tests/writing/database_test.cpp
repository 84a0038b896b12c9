#include "writing/database.h"

#include <sqlite3.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "support/samples.h"
#include "support/temporary_folder.h"
#include "writing/output.h"

using namespace lede;
using namespace lede::writing;
namespace fs = std::filesystem;

namespace {

struct File {
    test::TemporaryFolder folder;
    std::string path() const { return folder.file("news.db"); }
};

std::vector<Document> documents() {
    const Lexicon lexicon;
    const pipeline::Annotator annotator(lexicon, {});
    std::vector<Document> all;
    for (Article& article : test::sample_articles())
        all.push_back(annotator.annotate(std::move(article)));
    return all;
}

void write(const std::string& path, const std::vector<Document>& all,
           OffsetUnit unit = OffsetUnit::kCodePoints) {
    const Lexicon lexicon;
    Database database(path, lexicon, unit);
    for (const Document& document : all) {
        std::string part;
        DatabaseRows(unit, true).append(document, part);
        database.write(part);
    }
    database.finish();
}

// The rows of a query, cells with | between and rows with ; between.
std::string ask(const std::string& path, const std::string& sql) {
    sqlite3* connection = nullptr;
    REQUIRE(sqlite3_open(path.c_str(), &connection) == SQLITE_OK);
    std::string out;
    const auto collect = [](void* to, int cells, char** values, char**) {
        std::string& all = *static_cast<std::string*>(to);
        if (!all.empty()) all += ';';
        for (int i = 0; i < cells; ++i) {
            if (i > 0) all += '|';
            all += values[i] ? values[i] : "NULL";
        }
        return 0;
    };
    char* error = nullptr;
    sqlite3_exec(connection, sql.c_str(), collect, &out, &error);
    const std::string message = error ? error : "";
    sqlite3_free(error);
    sqlite3_close(connection);
    REQUIRE(message.empty());
    return out;
}

constexpr const char* kCheck =
    "PRAGMA foreign_key_check; INSERT INTO sentences_fts(sentences_fts, rank) "
    "VALUES ('integrity-check', 1); INSERT INTO quotes_fts(quotes_fts, rank) "
    "VALUES ('integrity-check', 1)";

}  // namespace

TEST_CASE("every layer of every article is a row, and every reference finds its row") {
    const File file;
    const std::vector<Document> all = documents();
    write(file.path(), all);
    CHECK(file.folder.files() == 1);
    CHECK(ask(file.path(), kCheck).empty());
    std::size_t mentions = 0;
    std::size_t quotes = 0;
    std::size_t citations = 0;
    for (const Document& document : all) {
        mentions += document.mentions.size();
        quotes += document.quotes.size();
        citations += document.citations.size();
    }
    const auto count = [&](const char* table) {
        return ask(file.path(), std::string("SELECT count(*) FROM ") + table);
    };
    CHECK(count("articles") == std::to_string(all.size()));
    CHECK(count("mentions") == std::to_string(mentions));
    CHECK(count("who_said") == std::to_string(quotes));
    CHECK(count("who_cited") == std::to_string(citations));
    CHECK(ask(file.path(),
              "SELECT count(*) FROM mentions JOIN articles a USING (article) "
              "WHERE substr(a.text, begin + 1, end - begin) <> mentions.text") == "0");
}

TEST_CASE("an article that comes again is replaced and keeps its number") {
    const File file;
    std::vector<Document> all = documents();
    write(file.path(), all);
    const std::string before = ask(file.path(), "SELECT article, id FROM articles");
    const std::string sentences = ask(file.path(), "SELECT count(*) FROM sentences");
    write(file.path(), all);
    CHECK(ask(file.path(), "SELECT article, id FROM articles") == before);
    CHECK(ask(file.path(), "SELECT count(*) FROM sentences") == sentences);
    all.resize(1);
    all[0].article.id = "new";
    write(file.path(), all);
    CHECK(ask(file.path(), "SELECT count(*) FROM articles") ==
          std::to_string(documents().size() + 1));
    CHECK(ask(file.path(), kCheck).empty());
}

TEST_CASE("one id twice in one run is one article, the later") {
    const File file;
    std::vector<Document> all = documents();
    for (Document& document : all) document.article.id = "same";
    write(file.path(), all);
    CHECK(ask(file.path(), "SELECT article, id, bytes FROM articles") ==
          "1|same|" + std::to_string(all.back().text().size()));
    CHECK(ask(file.path(), kCheck).empty());
}

TEST_CASE("a run that ends early leaves the database as it was") {
    const File file;
    const std::vector<Document> all = documents();
    const Lexicon lexicon;
    std::string part;
    DatabaseRows(OffsetUnit::kCodePoints, true).append(all[0], part);
    { Database(file.path(), lexicon, OffsetUnit::kCodePoints).write(part); }
    CHECK(file.folder.files() == 0);
    write(file.path(), all);
    const std::string before = ask(file.path(), "SELECT * FROM articles");
    { Database(file.path(), lexicon, OffsetUnit::kCodePoints).write(part); }
    CHECK(ask(file.path(), "SELECT * FROM articles") == before);
    CHECK(file.folder.files() == 1);
}

TEST_CASE("what is no database of ours is left alone") {
    const File file;
    const Lexicon lexicon;
    const auto open = [&] { Database(file.path(), lexicon, OffsetUnit::kCodePoints); };
    std::ofstream(file.path()) << "a letter to the editor";
    CHECK_THROWS_WITH(open(), Catch::Contains("is no database"));
    fs::remove(file.path());
    ask(file.path(), "CREATE TABLE letters (body TEXT)");
    CHECK_THROWS_WITH(open(), Catch::Contains("something else"));
    fs::remove(file.path());
    write(file.path(), documents(), OffsetUnit::kBytes);
    CHECK_THROWS_WITH(open(), Catch::Contains("--offsets bytes"));
    CHECK_THROWS_AS(Database("/nonexistent/news.db", lexicon, OffsetUnit::kBytes), OutputError);
}

TEST_CASE("further fields of the input keep their kinds") {
    const File file;
    std::vector<Document> all(1);
    all[0].article.id = "a";
    all[0].article.meta = {{"desk", "\"Asia, \\\"South\\\"\""},
                           {"page", "4"},
                           {"tags", "[\"trade\",\"war\"]"},
                           {"page", "5"},
                           {"odd", "{\"a\":[1,,2]}"}};
    write(file.path(), all);
    CHECK(ask(file.path(), "SELECT name, value, typeof(value) FROM meta ORDER BY name") ==
          "desk|Asia, \"South\"|text;odd|{\"a\":[1,,2]}|text;page|5|integer;"
          "tags|[\"trade\",\"war\"]|text");
}

TEST_CASE("articles of one run that share an id are told of, those of an earlier run are not") {
    const File file;
    const Lexicon lexicon;
    std::vector<Document> all = documents();
    all.resize(2);
    for (int run = 0; run < 2; ++run) {
        Database database(file.path(), lexicon, OffsetUnit::kCodePoints);
        for (const Document& document : all) {
            std::string part;
            DatabaseRows(OffsetUnit::kCodePoints, true).append(document, part);
            database.write(part);
            if (run == 0) database.write(part);
        }
        database.finish();
        CHECK((database.notice().find("2 articles have the ids of earlier ones") !=
               std::string::npos) == (run == 0));
    }
    CHECK(ask(file.path(), "SELECT count(*) FROM articles") == "2");
}
