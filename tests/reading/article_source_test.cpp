// Inputs cut into records: files, directories, lines, limits, errors.
#include "reading/article_source.h"

#include <catch2/catch.hpp>

#include "support/temporary_folder.h"

using namespace lede;
using reading::ArticleSource;
using reading::Format;

namespace {

using Folder = test::TemporaryFolder;

// "id@position=bytes" of each record, or "!record: what" of each error.
std::vector<std::string> read_all(std::vector<std::string> paths,
                                  reading::SourceOptions options = {}) {
    ArticleSource source(std::move(paths), std::move(options));
    std::vector<std::string> all;
    while (auto next = source.next()) {
        if (!*next) {
            all.push_back('!' + std::to_string(next->error().record) + ": " + next->error().what);
            continue;
        }
        const reading::RawRecord& record = next->value();
        all.push_back(record.path_id + '@' + std::to_string(record.position) + '=' + record.bytes);
    }
    return all;
}

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("directories are walked in byte order, through the globs") {
    const Folder folder;
    folder.write("b.txt", "b");
    folder.write("B.txt", "B");
    folder.write("a/c.txt", "c");
    folder.write("a/d.md", "d");
    folder.write(".hidden/e.txt", "e");
    REQUIRE(read_all({folder.path()}) ==
            Strings{"B.txt@0=B", "a/c.txt@0=c", "a/d.md@0=d", "b.txt@0=b"});
    REQUIRE(read_all({folder.path()}, {.include = {"*.txt"}, .exclude = {"a/*"}}) ==
            Strings{"B.txt@0=B", "b.txt@0=b"});
}

TEST_CASE("lines are records, numbered as in an editor") {
    const Folder folder;
    const std::string file = folder.write("x.jsonl", "{\"a\":1}\r\n\n{\"a\":2}");
    REQUIRE(read_all({file}) == Strings{file + "#1@0={\"a\":1}", file + "#3@10={\"a\":2}"});
    const std::string text = folder.write("x.txt", "Kim met.\nKim left.\n");
    REQUIRE(read_all({text}, {.format = Format::kLines}) ==
            Strings{text + "#1@0=Kim met.", text + "#2@9=Kim left."});
    REQUIRE(read_all({text}) == Strings{text + "@0=Kim met.\nKim left.\n"});
}

TEST_CASE("lines that a filter leaves out are passed over, those kept have their places") {
    // Lines of many lengths, so that they lie across the chunks of the window in many ways.
    std::string bytes;
    Strings kept;
    const Folder folder;
    const std::string file = folder.path() + "/x.txt";
    for (std::size_t line = 1; line <= 3000; ++line) {
        const bool wanted = line == 1 || line % 7 == 0 || line == 3000;
        std::string text((line * 37) % 900, '.');
        if (line % 500 == 0) text.resize(300'000, '.');  // more than a chunk
        text += wanted ? "yes" : "no";
        const std::size_t position = bytes.size();
        bytes += text + (line == 3000 ? "" : "\n");
        if (wanted)
            kept.push_back(file + '#' + std::to_string(line) + '@' + std::to_string(position) +
                           '=' + text);
    }
    folder.write("x.txt", bytes);
    const auto filter = [](std::string_view lines) {
        std::vector<std::size_t> begins;
        for (std::size_t begin = 0; begin < lines.size();) {
            const std::size_t end = lines.find('\n', begin);
            if (lines.substr(begin, end - begin).ends_with("yes")) begins.push_back(begin);
            begin = end + 1;
        }
        return begins;
    };
    Strings got = read_all({file}, {.format = Format::kLines, .lines = filter});
    // Lines that the window did not hold whole come unasked.
    std::erase_if(got, [](const std::string& record) { return !record.ends_with("yes"); });
    REQUIRE(got == kept);
}

TEST_CASE("an article over the limit is passed over and the next one read") {
    const Folder folder;
    const std::string file = folder.write("x", std::string(600000, 'x') + "\nshort\n");
    REQUIRE(read_all({file}, {.format = Format::kLines, .max_article = 1000}) ==
            Strings{"!1: is larger than 1000 bytes (--max-article)", file + "#2@600001=short"});
    REQUIRE(read_all({file}, {.max_article = 1000}) ==
            Strings{"!1: is larger than 1000 bytes (--max-article)"});
}

TEST_CASE("an input that cannot be read is an error of the whole, and the rest is read") {
    const Folder folder;
    const std::string file = folder.write("x.txt", "x");
    REQUIRE(read_all({folder.path() + "/none", file}) ==
            Strings{"!0: no such file or directory", file + "@0=x"});
}

TEST_CASE("names can come from a file of names") {
    const Folder folder;
    const std::string list = folder.write("list", std::string("a b\0\0c\nd\0", 9));
    const auto names = reading::read_files0(list);
    REQUIRE(names.ok());
    REQUIRE(names.value() == Strings{"a b", "c\nd"});
    REQUIRE_FALSE(reading::read_files0(folder.path() + "/none").ok());
}

TEST_CASE("vertical text keeps tokens outside of texts and is cut at its own first tag") {
    const Folder folder;
    folder.write(
        "a.vrt",
        "<?xml version=\"1.0\"?>\n<!-- #vrt positional-attributes: word pos -->\n<corpus>\n"
        "<text id=\"1\">\nKim\tNNP\n</text>\n");
    folder.write("b.vrt", "Stray\n<text id=\"1\">\nKim\n</text>\n");
    folder.write("c.vrt", "<chapter>\nOne\n</chapter>\n<chapter n=\"2\">\nTwo\n</chapter>\n");
    CHECK(read_all({folder.path()}) ==
          Strings{"a.vrt#1@77=<!-- #vrt positional-attributes: word pos -->\n<text id=\"1\">\n"
                  "Kim\tNNP\n</text>\n",
                  "b.vrt#1@0=Stray\n", "b.vrt#2@6=<text id=\"1\">\nKim\n</text>\n",
                  "c.vrt#1@0=<chapter>\nOne\n</chapter>\n",
                  "c.vrt#2@25=<chapter n=\"2\">\nTwo\n</chapter>\n"});
}
