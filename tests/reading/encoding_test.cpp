// Texts in many encodings, and texts that lie about theirs.
#include "reading/encoding.h"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <iterator>

using namespace lede;

namespace {

std::string decode(std::string_view bytes, std::string_view declared = "", bool is_page = false) {
    return reading::TextDecoder{Lexicon()}.decode(bytes, declared, is_page);
}

std::string read_corpus(const std::string& name) {
    const char* const root = std::getenv("LEDE_CORPORA");
    const std::string folder = root ? root : std::string(LEDE_SOURCE_DIR) + "/../shared/corpora";
    std::ifstream file(folder + "/robustness/" + name, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

TEST_CASE("marks and patterns of UTF-16 are followed") {
    REQUIRE(decode(std::string_view("\xFF\xFE"
                                    "c\0o\0d\0",
                                    8)) == "cod");
    REQUIRE(decode(std::string_view("\xFE\xFF\0c\0o\0d", 8)) == "cod");
    REQUIRE(decode(std::string_view("c\0o\0d\0 \0", 8)) == "cod ");
    REQUIRE(decode("\xEF\xBB\xBF"
                   "cod") == "cod");
}

TEST_CASE("declared encodings are followed, and Latin-1 is windows-1252") {
    REQUIRE(decode("\x93no\x94 caf\xE9", "ISO-8859-1") == "“no” café");
    REQUIRE(decode("\xEB\xE0", "windows-1251") == "ла");
    REQUIRE(decode("<meta charset=\"koi8-r\"><p>\xCB\xC1", "", true) ==
            "<meta charset=\"koi8-r\"><p>ка");
    REQUIRE(decode("<meta http-equiv=x content='text/html; charset=Shift_JIS'>\x83\x4A", "", true)
                .ends_with("カ"));
}

TEST_CASE("labels that lie are not believed") {
    REQUIRE(decode("caf\xC3\xA9", "iso-8859-1") == "café");
    REQUIRE(decode("“no” was all the minister from the north coast would say at the caf\xE9",
                   "utf-8") ==
            "“no” was all the minister from the north coast would say at the caf\uFFFD");
    REQUIRE(decode("the minister sat in the caf\xE9 and said \x93no\x94 to the others", "utf-8") ==
            "the minister sat in the café and said “no” to the others");
}

TEST_CASE("NUL is replaced in pages and other characters stand as they are") {
    REQUIRE(decode(std::string_view("a\0b", 3), "", true) == "a\uFFFDb");
    REQUIRE(decode(std::string_view("a\0b", 3)) == std::string("a\0b", 3));
    REQUIRE(decode("a\r\nb\u00A0c\u00ADd\u2028e") == "a\r\nb\u00A0c\u00ADd\u2028e");
}

TEST_CASE("broken UTF-8 is replaced as the Unicode standard has it") {
    const std::string broken = read_corpus("utf8tests.bin");
    if (broken.empty()) {
        WARN("the corpora are not here");
        return;
    }
    REQUIRE(decode(broken) == read_corpus("utf8tests.replace.expected.txt"));
}
