#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

#include "search/checksum.h"
#include "search/cql_parser.h"
#include "search/document_table.h"
#include "search/guarded_file.h"
#include "search/index_reader.h"
#include "search/index_writer.h"
#include "search/vrt_table.h"
#include "support/temporary_folder.h"

using namespace lede;
using namespace lede::search;

namespace {

namespace fs = std::filesystem;

PatternSearch compiled(std::string_view text) {
    return std::get<PatternSearch>(PatternSearch::compile(std::get<PatternQuery>(parse_cql(text))));
}

// The ids of the documents with hits, once for each hit.
std::string found(const std::string& folder, std::string_view query) {
    std::vector<PatternSearch> patterns;
    patterns.push_back(compiled(query));
    const IndexReader index(folder);
    std::string ids;
    for (std::size_t i = 0; i < index.segments(); ++i)
        for (const TokenHit& hit : index.find(i, patterns, Strategy::kStandard)) {
            const Segment& segment = index.segment(i);
            if (!ids.empty()) ids += ' ';
            ids += segment.document_id(segment.document_at(hit.begin));
        }
    return ids;
}

std::string section(const std::string& id, const std::string& words) {
    std::string lines = "<text id=\"" + id + "\">\n<s>\n";
    for (const char c : words) lines += c == ' ' ? '\n' : c;
    return lines + "\n</s>\n</text>\n";
}

void add_talks(const std::string& folder) {
    IndexWriter writer(folder, {});
    writer.add_vrt(section("a", "Kim met Trump in Hanoi ."), "a");
    writer.add_vrt(section("b", "No deal in Hanoi ."), "b");
    writer.commit();
}

std::string read_file(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::stringstream content;
    content << file.rdbuf();
    return content.str();
}

void write_file(const fs::path& path, const std::string& bytes) {
    std::ofstream(path, std::ios::binary) << bytes;
}

}  // namespace

TEST_CASE("the checksum is the Castagnoli CRC") {
    CHECK(crc32c("123456789") == 0xE3069283);
    CHECK(crc32c("") == 0);
    CHECK(crc32c(std::string(32, '\0')) == 0x8A9136AA);
}

TEST_CASE("packed numbers read back at every width") {
    for (const unsigned width : {0U, 1U, 7U, 8U, 13U, 31U, 32U}) {
        std::vector<std::uint32_t> numbers;
        for (std::uint32_t i = 0; i < 100; ++i)
            numbers.push_back(static_cast<std::uint32_t>((std::uint64_t{i} * 2654435761U) &
                                                         ((std::uint64_t{1} << width) - 1)));
        PackedNumbers row(width);
        for (const std::uint32_t number : numbers) row.add(number);
        const PackedIds packed = row.view();
        for (std::uint32_t i = 0; i < 100; ++i) REQUIRE(packed[i] == numbers[i]);
    }
}

TEST_CASE("ascending numbers stand above a line") {
    for (const std::vector<std::uint32_t>& numbers :
         {std::vector<std::uint32_t>{3, 24, 42}, {0, 0, 4000000000U}, {7}, {}, {5, 6, 7, 8, 90}}) {
        const auto size = static_cast<std::uint32_t>(numbers.size());
        const NumberLine line = line_below(numbers.data(), size);
        std::vector<std::uint32_t> above = numbers;
        for (std::uint32_t i = 0; i < size; ++i) above[i] -= line.at(i);
        PackedNumbers row(32);
        for (const std::uint32_t number : above) row.add(number);
        const PackedIds packed(row.bytes().data(), 32, size, nullptr, line);
        for (std::uint32_t i = 0; i < size; ++i) CHECK(packed[i] == numbers[i]);
    }
}

TEST_CASE("an index gives the hits that a text gives, from the rarest word on") {
    const test::TemporaryFolder folder;
    add_talks(folder.file("news"));
    CHECK(found(folder.file("news"), "\"in\" \"Hanoi\"") == "a b");
    CHECK(found(folder.file("news"), "<s> []* \"deal\" within s") == "b");
    CHECK(found(folder.file("news"), "[lower=\"trump|deal\"] []{0,3} \"Hanoi\" within s") == "a b");
    CHECK(found(folder.file("news"), "MU(meet \"in\" \"Trump\" s)") == "a");
    CHECK(found(folder.file("news"), "<text id=\"b\"/>") == "b");
    CHECK(found(folder.file("news"), "\"Seoul\"").empty());
    // A tag may stand behind the last token of its region.
    CHECK(found(folder.file("news"), "\"deal\" []* <text> within s").empty());
    CHECK(found(folder.file("news"), "\"Trump\" []* <text id=\"b\"> within s") == "a");
    CHECK(found(folder.file("news"), "\"Kim\" | \"No\" \"deal\"") == "a b");
}

TEST_CASE("what is added later stands behind, and a merge changes no answer") {
    const test::TemporaryFolder folder;
    add_talks(folder.file("news"));
    {
        IndexWriter writer(folder.file("news"), {});
        writer.add_vrt(section("c", "Talks in Hanoi failed ."), "c");
        CHECK(found(folder.file("news"), "\"Hanoi\"") == "a b");  // not yet committed
        writer.commit();
    }
    CHECK(found(folder.file("news"), "\"Hanoi\"") == "a b c");
    CHECK(IndexReader(folder.file("news")).segments() == 2);
    {
        IndexWriter writer(folder.file("news"), {});
        writer.merge();
        writer.commit();
    }
    CHECK(IndexReader(folder.file("news")).segments() == 1);
    CHECK(found(folder.file("news"), "\"Hanoi\"") == "a b c");
    CHECK(found(folder.file("news"), "<s> \"Talks\"") == "c");
}

TEST_CASE("documents are taken out by their id") {
    const test::TemporaryFolder folder;
    add_talks(folder.file("news"));
    {
        IndexWriter writer(folder.file("news"), {});
        CHECK(writer.remove({"a", "x"}) == 1);
        writer.commit();
    }
    CHECK(document_ids(folder.file("news")) == std::vector<std::string>{"b"});
    CHECK(found(folder.file("news"), "\"Hanoi\"") == "b");
}

TEST_CASE("a reader keeps what it opened, a second writer is refused") {
    const test::TemporaryFolder folder;
    add_talks(folder.file("news"));
    const IndexReader before(folder.file("news"));
    IndexWriter writer(folder.file("news"), {});
    CHECK_THROWS_AS(IndexWriter(folder.file("news"), {}), IndexError);
    writer.remove({"a"});
    writer.commit();
    CHECK(before.segment(0).table().size == 11);
    CHECK(IndexReader(folder.file("news")).segment(0).table().size == 5);
}

TEST_CASE("the text of a document is made of its words and blanks, byte for byte") {
    const test::TemporaryFolder folder;
    Document document;
    document.article.id = "a";
    document.article.text = "Kim’s plan:\n\nno  deal.\n";
    for (const auto& [begin, end] : std::vector<std::pair<int, int>>{
             {0, 3}, {3, 7}, {8, 12}, {12, 13}, {15, 17}, {19, 23}, {23, 24}})
        document.tokens.push_back(
            {make_span(static_cast<std::size_t>(begin), static_cast<std::size_t>(end))});
    document.sentences.push_back({make_span(0, 13), 0, 4});
    document.sentences.push_back({make_span(15, 24), 4, 7});
    {
        IndexWriter writer(folder.file("news"), {});
        writer.add(document);
        writer.commit();
    }
    const IndexReader index(folder.file("news"));
    const Document again = document_of(index.segment(0).table(), 0, 7, "a");
    CHECK(again.article.text == document.article.text);
    CHECK(again.tokens == document.tokens);
    REQUIRE(again.sentences.size() == 2);
    CHECK(again.sentences[1].span == document.sentences[1].span);
}

TEST_CASE("a writer that is killed at any moment leaves the last commit") {
    const test::TemporaryFolder folder;
    add_talks(folder.file("news"));
    std::mt19937 random(7);
    for (int round = 0; round < 200; ++round) {
        const pid_t child = ::fork();
        REQUIRE(child >= 0);
        if (child == 0) {
            try {
                for (int i = 0;; ++i) {
                    IndexWriter writer(folder.file("news"), {});
                    writer.remove({"c"});
                    writer.add_vrt(section("c", "Talks in Hanoi failed ."), "c");
                    if (i % 3 == 0) writer.merge();
                    writer.commit();
                }
            } catch (...) {
            }
            ::_exit(0);
        }
        ::usleep(static_cast<useconds_t>(random() % 4000));
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        REQUIRE(found(folder.file("news"), "\"Hanoi\"").starts_with("a b"));
    }
    add_talks(folder.file("other"));
    IndexWriter writer(folder.file("news"), {});
    writer.commit();
    std::size_t files = 0;
    for (const auto& entry : fs::directory_iterator(folder.file("news")))
        files += entry.path().extension() == ".seg";
    CHECK(files == IndexReader(folder.file("news")).segments());  // what was left over is gone
}

TEST_CASE("any damaged byte is an error that names the file, or not touched") {
    const test::TemporaryFolder folder;
    add_talks(folder.file("news"));
    for (const char* name : {"manifest", "000001.seg"}) {
        const fs::path path = fs::path(folder.file("news")) / name;
        const std::string whole = read_file(path);
        const std::string right = found(folder.file("news"), "\"in\" \"Hanoi\" within s");
        for (std::size_t at = 0; at < whole.size(); at += at < 64 || at > 4000 ? 1 : 97) {
            std::string damaged = whole;
            damaged[at] = static_cast<char>(damaged[at] ^ 0x41);
            write_file(path, damaged);
            try {
                const std::string answer = found(folder.file("news"), "\"in\" \"Hanoi\" within s");
                CHECK(answer == right);
            } catch (const IndexError& error) {
                CHECK(std::string(error.what()).find(name) != std::string::npos);
            }
        }
        for (const std::size_t size : {std::size_t{0}, whole.size() / 2, whole.size() - 1}) {
            write_file(path, whole.substr(0, size));
            CHECK_THROWS_AS(found(folder.file("news"), "\"in\" \"Hanoi\""), IndexError);
        }
        write_file(path, whole);
    }
    CHECK_THROWS_AS(IndexReader(folder.file("none")), IndexError);
}
