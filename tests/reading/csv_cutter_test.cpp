// Tables as people and spreadsheets write them: quotes, separators, line ends, encodings.
#include "reading/csv_cutter.h"

#include <catch2/catch.hpp>

#include "reading_files.h"
#include "support/temporary_folder.h"

using namespace lede;
using test::read_files;
using test::TemporaryFolder;

namespace {

std::vector<std::string> texts_of(const std::string& name, const std::string& bytes) {
    const TemporaryFolder folder;
    const auto read = read_files({folder.write(name, bytes)});
    std::vector<std::string> texts;
    for (const Article& article : read.articles) texts.push_back(article.text);
    for (const std::string& error : read.errors) texts.push_back(error.substr(error.find(": ")));
    return texts;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("cells of a table with tabs keep the quotes of their text") {
    CHECK(texts_of("x.tsv",
                   "id\ttext\n1\t\"Yes\" to cod, said Kim.\n2\t\"No end\n3\t5\" of rain\n"
                   "4\t\"a\ttab, \"\"quoted\"\"\"\n") ==
          Texts{"\"Yes\" to cod, said Kim.", "\"No end", "5\" of rain", "a\ttab, \"quoted\""});
}

TEST_CASE("a quote that is never closed does not swallow the rows behind it") {
    CHECK(texts_of("x.csv", "id,text\n1,\"Kim left.\n2,Ann stayed.\n") ==
          Texts{"\"Kim left.", "Ann stayed."});
}

TEST_CASE("quotes escaped by a backslash do not end a cell") {
    CHECK(texts_of("x.csv", "id,text\n1,\"Kim said \\\"no\\\", and left.\"\n") ==
          Texts{"Kim said \"no\", and left."});
}

TEST_CASE("a line above the header may name the separator") {
    CHECK(texts_of("x.csv", "sep=;\nid;text\n1;Kim left, they say.\n") ==
          Texts{"Kim left, they say."});
}

TEST_CASE("rows may end with a carriage return alone, names have blanks, cells be missing") {
    CHECK(texts_of("x.csv", "id, Text ,desk\r1,Kim left.,Asia\r2,Ann stayed.\r") ==
          Texts{"Kim left.", "Ann stayed."});
    CHECK(texts_of("x.csv", "id,text\n1,Kim left.,,\n") == Texts{"Kim left."});
}

TEST_CASE("tables in UTF-16 and windows-1252 are read") {
    CHECK(texts_of("x.csv", "id,text\n1,The caf\xE9 in M\xE1laga has closed.\n") ==
          Texts{"The café in Málaga has closed."});
    std::string wide("\xFF\xFE");
    for (const char c : std::string("id\ttext\n1\tKim left.\n2\tAnn stayed.\n")) {
        wide += c;
        wide += '\0';
    }
    CHECK(texts_of("x.csv", wide) == Texts{"Kim left.", "Ann stayed."});
}
