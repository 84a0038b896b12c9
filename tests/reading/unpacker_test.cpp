// Packed inputs and archives, whole and damaged.
#include <zlib.h>

#include <archive.h>
#include <archive_entry.h>
#include <catch2/catch.hpp>

#include "reading_files.h"
#include "support/temporary_folder.h"

using namespace lede;
using test::read_files;
using test::TemporaryFolder;

namespace {

std::string gzipped(const std::string& text) {
    z_stream zlib{};
    deflateInit2(&zlib, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
    std::string out(text.size() + 100, '\0'), copy = text;
    zlib.next_in = reinterpret_cast<Bytef*>(copy.data());
    zlib.avail_in = static_cast<uInt>(copy.size());
    zlib.next_out = reinterpret_cast<Bytef*>(out.data());
    zlib.avail_out = static_cast<uInt>(out.size());
    deflate(&zlib, Z_FINISH);
    out.resize(out.size() - zlib.avail_out);
    deflateEnd(&zlib);
    return out;
}

enum class Kind { kTar, kZip, kZstd, kXz, kBzip2 };

// An archive or packed file of the given members.
std::string archived(Kind kind, const std::vector<std::pair<std::string, std::string>>& members) {
    ::archive* writer = archive_write_new();
    if (kind == Kind::kTar) archive_write_set_format_ustar(writer);
    if (kind == Kind::kZip) archive_write_set_format_zip(writer);
    if (kind > Kind::kZip) archive_write_set_format_raw(writer);
    if (kind == Kind::kZstd) archive_write_add_filter_zstd(writer);
    if (kind == Kind::kXz) archive_write_add_filter_xz(writer);
    if (kind == Kind::kBzip2) archive_write_add_filter_bzip2(writer);
    std::string out(1 << 20, '\0');
    std::size_t used = 0;
    archive_write_open_memory(writer, out.data(), out.size(), &used);
    for (const auto& [name, bytes] : members) {
        archive_entry* entry = archive_entry_new();
        archive_entry_set_pathname(entry, name.c_str());
        archive_entry_set_size(entry, static_cast<la_int64_t>(bytes.size()));
        archive_entry_set_filetype(entry, AE_IFREG);
        archive_entry_set_perm(entry, 0644);
        archive_write_header(writer, entry);
        archive_write_data(writer, bytes.data(), bytes.size());
        archive_entry_free(entry);
    }
    archive_write_close(writer);
    archive_write_free(writer);
    out.resize(used);
    return out;
}

}  // namespace

TEST_CASE("packed files read as what they hold") {
    const TemporaryFolder folder;
    const std::string line = "{\"id\":\"a\",\"text\":\"Kim left.\"}\n";
    folder.write("1.gz", gzipped(line) + gzipped(line));
    folder.write("2.zst", archived(Kind::kZstd, {{"x", line}}));
    folder.write("3.xz", archived(Kind::kXz, {{"x", line}}));
    folder.write("4.bz2", archived(Kind::kBzip2, {{"x", line}}));
    folder.write("5.txt", "Kim met.");
    const auto read = read_files({folder.path()});
    REQUIRE(read.errors.empty());
    REQUIRE(read.articles.size() == 6);
    REQUIRE(read.articles[1].text == "Kim left.");
}

TEST_CASE("members of archives are inputs, through all layers") {
    const TemporaryFolder folder;
    const std::string zip = archived(Kind::kZip, {{"a.txt", "Kim left."}, {"b/c.txt", "Kim met."}});
    const std::string file = folder.write(
        "x.tar.gz",
        gzipped(archived(Kind::kTar, {{"in.zip", zip}, {"d.gz", gzipped("Kim sat.")}})));
    const auto read = read_files({file});
    REQUIRE(read.errors.empty());
    REQUIRE(read.articles.size() == 3);
    REQUIRE(read.articles[1].id == file + "/in.zip/b/c.txt");
    REQUIRE(read.articles[2].text == "Kim sat.");
}

TEST_CASE("damage is told and what follows is read") {
    const TemporaryFolder folder;
    const auto line = [](int id) {
        return "{\"id\":" + std::to_string(id) + ",\"text\":\"Kim left " +
               std::string(1000, static_cast<char>('a' + id)) + "\"}\n";
    };
    std::string broken = gzipped(line(2));
    broken[broken.size() / 2] = '\x7F';
    broken[broken.size() / 2 + 1] = '\x7F';
    const auto read =
        read_files({folder.write("x.jsonl.gz", gzipped(line(1)) + broken + gzipped(line(3)))});
    REQUIRE_FALSE(read.errors.empty());
    REQUIRE(read.errors.back().find("broken gzip member") != std::string::npos);
    REQUIRE(read.articles.front().id == "1");
    const std::string whole = gzipped(line(1));
    const auto cut = read_files({folder.write("y.gz", whole.substr(0, whole.size() - 12))});
    REQUIRE(cut.errors.back().find("ends in the middle of a gzip member") != std::string::npos);
    const std::string tar = archived(Kind::kTar, {{"a.txt", std::string(5000, 'x')}});
    const auto torn = read_files({folder.write("z.tar", tar.substr(0, 2000))});
    REQUIRE_FALSE(torn.errors.empty());
}

TEST_CASE("word processor files give paragraphs and properties") {
    const TemporaryFolder folder;
    const std::string body =
        "<w:document xmlns:w=\"w\"><w:body><w:p><w:pPr><w:pStyle "
        "w:val=\"Title\"/></w:pPr><w:r><w:t>Talks "
        "End</w:t></w:r></w:p><w:p><w:r><w:t xml:space=\"preserve\">Kim "
        "</w:t><w:t>left.</w:t></w:r>"
        "<w:del><w:r><w:t>no</w:t></w:r></w:del></w:p></w:body></w:document>";
    const std::string core =
        "<p xmlns:dc=\"d\" xmlns:t=\"t\"><dc:creator>Ann "
        "Lee</dc:creator><t:created>2019-02-20T01:00:00Z"
        "</t:created></p>";
    const auto docx =
        read_files({folder.write("x.docx", archived(Kind::kZip, {{"[Content_Types].xml", "<x/>"},
                                                                 {"word/document.xml", body},
                                                                 {"docProps/core.xml", core}}))});
    REQUIRE(docx.errors == std::vector<std::string>{});
    const Article& article = docx.articles.at(0);
    REQUIRE(article.text == "Talks End\n\nKim left.");
    REQUIRE(article.title == "Talks End");
    REQUIRE(article.byline == "Ann Lee");
    REQUIRE(article.published == "2019-02-20T01:00:00Z");
    const std::string content =
        "<office:x xmlns:office=\"o\" xmlns:text=\"t\"><text:h>Talks "
        "End</text:h><text:p>Kim<text:s/>left."
        "<text:note>no</text:note></text:p></office:x>";
    const auto odt = read_files({folder.write(
        "x.odt", archived(Kind::kZip, {{"mimetype", "application/vnd.oasis.opendocument.text"},
                                       {"content.xml", content}}))});
    REQUIRE(odt.articles.at(0).text == "Talks End\n\nKim left.");
    REQUIRE(odt.articles.at(0).blocks.at(0).kind == BlockKind::kHeading);
}

TEST_CASE("members of a zip keep names beyond ASCII") {
    const TemporaryFolder folder;
    std::string zip = archived(Kind::kZip, {{"e_xx.txt", "Kim left."}, {"b.txt", "Ann stayed."}});
    // As another program writes it: UTF-8, and the flag that says so.
    for (const std::string mark : {"PK\x03\x04", "PK\x01\x02"}) {
        const std::size_t at = zip.find(mark);
        zip[at + (mark[2] == 3 ? 7 : 9)] |= 8;
    }
    for (std::size_t at; (at = zip.find("e_xx")) != std::string::npos;)
        zip.replace(at, 4, "e_\xC3\xA9");
    const auto read = read_files({folder.write("x.zip", zip)});
    REQUIRE(read.articles.size() == 2);
    REQUIRE(read.articles[0].id.ends_with("x.zip/e_é.txt"));
}
