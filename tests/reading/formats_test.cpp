// Every kind of input that is no plain text, JSON or HTML, read through the front door.
#include <catch2/catch.hpp>

#include "reading_files.h"
#include "support/temporary_folder.h"

using namespace lede;
using test::read_files;
using test::TemporaryFolder;

namespace {

using Meta = std::vector<std::pair<std::string, std::string>>;

const std::string kPage =
    "<html><head><title>Talks End</title></head><body><p>Ministers met in a crowded hall on Friday "
    "to talk about cod and herring.</p></body></html>";

std::string warc_record(const std::string& type, const std::string& url, const std::string& block) {
    return "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: " + url +
           "\r\nWARC-Date: 2019-02-20T00:00:00Z\r\nContent-Type: application/http\r\n"
           "Content-Length: " +
           std::to_string(block.size()) + "\r\n\r\n" + block + "\r\n\r\n";
}

}  // namespace

TEST_CASE("rows of a table are articles") {
    const TemporaryFolder folder;
    const std::string file = folder.write(
        "x.csv", "id,text,desk\r\n1,\"Kim said \"\"no\"\".\nShe left.\",Asia\r\n2,Kim left.,\r\n");
    const auto read = read_files({file});
    REQUIRE(read.articles.size() == 2);
    REQUIRE(read.articles[0].id == "1");
    REQUIRE(read.articles[0].text == "Kim said \"no\".\nShe left.");
    REQUIRE(read.articles[0].meta == Meta{{"desk", "\"Asia\""}});
    const auto tabs = read_files({folder.write("y", "text\tdate\nKim left.\t2019-02-20\n")});
    REQUIRE(tabs.articles.at(0).published == "2019-02-20");
    const auto wide =
        read_files({folder.write("z.csv", "id,text\n1,Kim left.,more\n2,Kim met.\n")});
    REQUIRE(wide.articles.size() == 1);
    REQUIRE(wide.errors.at(0).find("has more cells than the header row") != std::string::npos);
}

TEST_CASE("vertical text is joined to running text and its columns are kept") {
    const TemporaryFolder folder;
    const auto read = read_files({folder.write(
        "x.vrt",
        "<corpus>\n<text id=\"a\" date='2019-02-20'>\n<p>\n<s>\nKim\tNNP\nleft\tVBD\n<g/>\n.\t.\n"
        "</s>\n</p>\n<p>\n<s>\n&quot;\t``\nNo\tUH\n</s>\n</p>\n</text>\n<text id=\"b\">\nKim\n"
        "</text>\n</corpus>\n")});
    REQUIRE(read.articles.size() == 2);
    REQUIRE(read.articles[0].text == "Kim left.\n\n\" No");
    REQUIRE(read.articles[0].published == "2019-02-20");
    REQUIRE(read.articles[0].blocks.size() == 2);
    REQUIRE(read.articles[0].meta == Meta{{"columns", R"([["NNP"],["VBD"],["."],["``"],["UH"]])"}});
    REQUIRE(read.articles[1].id == "b");
}

TEST_CASE("pages of a crawl are articles, and what breaks is told") {
    const TemporaryFolder folder;
    const std::string head = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n";
    const auto read = read_files({folder.write(
        "x.warc", warc_record("request", "https://a.example/0", "GET / HTTP/1.1\r\n\r\n") +
                      warc_record("response", "https://a.example/1", head + "\r\n" + kPage) +
                      "WARC/1.0\r\nWARC-Type: response\r\n\r\nstray\r\n" +
                      warc_record("response", "https://a.example/2",
                                  "HTTP/1.1 404 Not Found\r\n\r\n" + kPage) +
                      warc_record("response", "https://a.example/2019/02/20/3",
                                  head + "Transfer-Encoding: chunked\r\n\r\n5\r\n<html\r\n" +
                                      "a3\r\n" + kPage.substr(5) + "\r\n0\r\n\r\n"))});
    REQUIRE(read.articles.size() == 2);
    REQUIRE(read.articles[0].id == "https://a.example/1");
    REQUIRE(read.articles[0].title == "Talks End");
    REQUIRE(read.articles[1].published == "2019-02-20");
    REQUIRE(read.articles[1].published_from == PublishedFrom::kUrl);
    REQUIRE(read.errors.size() == 1);
    REQUIRE(read.errors[0].find(":3: has a crawl header without a length") != std::string::npos);
}

TEST_CASE("a crawl that begins with a picture is still a crawl") {
    const TemporaryFolder folder;
    const std::string noise(4000, '\x01');
    const auto read = read_files({folder.write(
        "x.warc", warc_record("resource", "file:///a picture.png", noise) +
                      warc_record("response", "https://a.example/1",
                                  "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + kPage))});
    REQUIRE(read.errors.empty());
    REQUIRE(read.articles.size() == 1);
}

TEST_CASE("mail gives its text part, subject, sender and date") {
    const TemporaryFolder folder;
    const std::string message =
        "From: \"Ann Lee\" <ann@a.example>\nTo: desk@a.example\nSubject: =?utf-8?q?Talks=20end?=\n"
        "Date: Wed, 20 Feb 2019 14:05:00 +0000\nMessage-ID: <1@a.example>\nMIME-Version: 1.0\n"
        "Content-Type: multipart/alternative; boundary=\"xx\"\n\n--xx\nContent-Type: text/html\n\n"
        "<p>no</p>\n--xx\nContent-Type: text/plain; charset=utf-8\n"
        "Content-Transfer-Encoding: quoted-printable\n\nKim left the caf=C3=A9.=\n\n--xx--\n";
    const auto read = read_files({folder.write("x.eml", message)});
    REQUIRE(read.articles.size() == 1);
    const Article& article = read.articles[0];
    REQUIRE(article.id == "1@a.example");
    REQUIRE(article.title == "Talks end");
    REQUIRE(article.byline == "Ann Lee");
    REQUIRE(article.published == "2019-02-20T14:05:00+00:00");
    REQUIRE(article.text.find("Kim left the café.") != std::string::npos);
    const auto box = read_files({folder.write(
        "x.mbox", "From a@b Wed Feb 20\n" + message + "\nFrom c@d Thu Feb 21\n" + message)});
    REQUIRE(box.articles.size() == 2);
}

TEST_CASE("JSON arrays and objects over several lines are cut by their brackets") {
    const TemporaryFolder folder;
    const auto read = read_files({folder.write(
        "x.json",
        "[\n {\"id\": 1,\n  \"text\": \"a } ] \\\" b\"},\n {\"id\": 2, \"text\": \"c\"} ]\n")});
    REQUIRE(read.articles.size() == 2);
    REQUIRE(read.articles[0].text == "a } ] \" b");
    const auto broken =
        read_files({folder.write("y.json", "{\n\"id\": 1,\n\"text\": \"a\"\n}\n{\n\"id\": 2")});
    REQUIRE(broken.articles.size() == 1);
    REQUIRE(broken.errors.at(0).find("is JSON that breaks off") != std::string::npos);
}

TEST_CASE("numbers that only Python writes are null") {
    const TemporaryFolder folder;
    const auto read = read_files({folder.write(
        "x.jsonl",
        "{\"id\": \"a\", \"text\": \"NaN is said\", \"n\": NaN, \"m\": [-Infinity, 1]}\n")});
    REQUIRE(read.errors.empty());
    REQUIRE(read.articles.at(0).text == "NaN is said");
    REQUIRE(read.articles.at(0).meta == Meta{{"n", "null"}, {"m", "[null, 1]"}});
}

TEST_CASE("records in UTF-16 are cut like others") {
    const TemporaryFolder folder;
    std::string wide;
    for (const char c : std::string("{\"text\": \"Kim left.\"}\n{\"text\": \"Ann stayed.\"}\n")) {
        wide += '\0';
        wide += c;
    }
    const auto read = read_files({folder.write("x.jsonl", wide)});
    REQUIRE(read.articles.size() == 2);
    REQUIRE(read.articles[1].text == "Ann stayed.");
}

TEST_CASE("other kinds are errors where they are named and passed over where they are found") {
    const TemporaryFolder folder;
    const std::string picture = folder.write("a.png", "\x89PNG\r\n\x1A\n");
    folder.write("b.txt", "Kim left.");
    std::string noise;
    for (unsigned i = 0; i < 4000; ++i) noise += static_cast<char>(i * 2654435761U >> 13);
    REQUIRE(read_files({folder.write("c", noise)}).errors.at(0).find("is binary data") !=
            std::string::npos);
    REQUIRE(read_files({picture}).errors.at(0) == picture + ":0: is a picture, which is not read");
    const auto read = read_files({folder.path()});
    REQUIRE(read.errors.empty());
    REQUIRE(read.articles.size() == 1);
}

TEST_CASE("fields come from tables, paths and the command line") {
    const TemporaryFolder folder;
    folder.write("c/Harbour/2019/02/20/a.txt", "Kim left.");
    const std::string table =
        folder.write("facts.csv", "path,desk,title\nHarbour/2019/02/20/a.txt,Asia,Talks\n");
    const auto read = read_files({folder.path() + "/c"},
                                 {.added = {.meta_file = table,
                                            .meta_key = reading::MetaKey::kPath,
                                            .path_fields = "publication/%Y/%m/%d",
                                            .set = {{"region", "North"}, {"byline", "Ann Lee"}}}});
    REQUIRE(read_files({folder.path() + "/c"}, {.added = {.set = {{"published", "3 May 2020"}}}})
                .articles.at(0)
                .published == "2020-05-03");
    REQUIRE_THROWS(read_files({folder.path()}, {.added = {.set = {{"published", "soon"}}}}));
    REQUIRE(read_files({folder.path() + "/c"}, {.added = {.path_fields = "*/%Y/%m"}})
                .articles.at(0)
                .meta == Meta{{"published", "\"2019-02\""}});
    const Article& article = read.articles.at(0);
    REQUIRE(article.publication == "Harbour");
    REQUIRE(article.published == "2019-02-20");
    REQUIRE(article.published_from == PublishedFrom::kPath);
    REQUIRE(article.title == "Talks");
    REQUIRE(article.byline == "Ann Lee");
    REQUIRE(article.meta == Meta{{"desk", "\"Asia\""}, {"region", "\"North\""}});
}
