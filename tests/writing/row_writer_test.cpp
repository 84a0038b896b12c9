#include <catch2/catch.hpp>

#include "writing/row_writer.h"

using namespace lede::writing;

namespace {

std::string row_of(Dialect dialect, std::initializer_list<std::string_view> cells) {
    std::string out;
    RowWriter row(out, dialect);
    for (const std::string_view cell : cells) row.text(cell);
    row.end();
    return out;
}

}  // namespace

TEST_CASE("TSV cells never hold a tab, a line break or a control character") {
    CHECK(row_of(Dialect::kTsv, {"Kim\tsaid\n\n no ", "\"quoted\"", ""}) ==
          "Kim said no\t\"quoted\"\t\n");
    CHECK(row_of(Dialect::kTsv, {std::string_view("a\0b\x1b[31m", 8), "x\u2028y\u0085z"}) ==
          "ab[31m\tx y z\n");
}

TEST_CASE("CSV cells are quoted where RFC 4180 asks for it") {
    CHECK(row_of(Dialect::kCsv, {"Kim, Trump", "plain", ""}) == "\"Kim, Trump\",plain,\r\n");
    CHECK(row_of(Dialect::kCsv, {"he said \"no\"", "a\nb"}) ==
          "\"he said \"\"no\"\"\",\"a\nb\"\r\n");
    CHECK(row_of(Dialect::kCsv, {std::string_view("a\0b", 3), " blank first"}) ==
          "ab,\" blank first\"\r\n");
}
