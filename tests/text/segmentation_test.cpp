// The fast word segmentation gives what ICU gives, on any text.
#include "text/segmentation.h"

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>

#include "text/byte_masks.h"
#include "text/utf8.h"

using namespace lede;

namespace {

std::string bracketed(std::string_view text, const std::vector<WordSegment>& segments) {
    std::string out;
    for (const WordSegment& segment : segments)
        out += (segment.is_word ? "[" : "(") + std::string(segment.span.of(text)) +
               (segment.is_word ? "]" : ")");
    return out;
}

// The words of the segments, and `find_words`, alike.
void check_words(WordSegmenter& segmenter, std::string_view text,
                 const std::vector<WordSegment>& segments) {
    std::vector<Span> expected, found;
    for (const WordSegment& segment : segments)
        if (segment.is_word) expected.push_back(segment.span);
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        const auto some = segmenter.find_words(text, at);
        REQUIRE(at > begin);
        found.insert(found.end(), some.begin(), some.end());
    }
    CHECK(found == expected);
}

// Both ways, shortened to the first difference where there is one.
void check_equal(WordSegmenter& segmenter, std::string_view text) {
    std::vector<WordSegment> fast, slow;
    segmenter.append_segments(text, fast);
    segmenter.append_segments_by_icu(text, slow);
    check_words(segmenter, text, slow);
    if (fast == slow) return;
    const auto [a, b] = std::mismatch(fast.begin(), fast.end(), slow.begin(), slow.end());
    const std::size_t at = a == fast.end() ? 0 : a->span.begin;
    const std::string_view near = text.substr(at < 20 ? 0 : at - 20, 60);
    std::vector<WordSegment> near_fast, near_slow;
    segmenter.append_segments(near, near_fast);
    segmenter.append_segments_by_icu(near, near_slow);
    INFO("near byte " << at);
    CHECK(bracketed(near, near_fast) == bracketed(near, near_slow));
    FAIL_CHECK("segments differ");
}

std::filesystem::path corpora() {
    const char* named = std::getenv("LEDE_CORPORA");
    if (named) return named;
    return std::filesystem::path(LEDE_SOURCE_DIR) / "../shared/corpora";
}

std::string content_of(const std::filesystem::path& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace

TEST_CASE("words keep inner apostrophes and periods, numbers their commas") {
    WordSegmenter segmenter;
    const std::string text = "Kim’s team paid $3,500.50 to a.b@c.org—“don't”";
    std::vector<WordSegment> segments;
    segmenter.append_segments(text, segments);
    CHECK(bracketed(text, segments) ==
          "[Kim’s]( )[team]( )[paid]( )($)[3,500.50]( )[to]( )[a.b@c.org](—)(“)[don't](”)");
}

TEST_CASE("byte masks are the same by vector instructions and by table") {
    std::mt19937 random(5);
    std::string bytes(300, '\0');
    for (char& c : bytes) c = static_cast<char>(random());
    for (std::size_t at = 0; at <= bytes.size(); ++at)
        REQUIRE(byte_masks(bytes, at) == masks_by_table(bytes, at));
    for (std::size_t at = 0; at <= bytes.size(); ++at) {
        const ByteMasks all = masks_by_table(bytes, at);
        const WordMasks some = word_masks(bytes, at);
        REQUIRE(some.letters == all.letters);
        REQUIRE(some.digits == all.digits);
        REQUIRE((some.white & all.spaces) == all.spaces);
    }
}

TEST_CASE("the first of four bytes is found wherever it stands") {
    const std::array<char, 4> wanted = {'\n', '\r', '\xC2', '\xE2'};
    const std::string none(70, 'a');
    CHECK(find_byte_of(none, 0, wanted) == none.size());
    for (std::size_t place = 0; place < none.size(); ++place)
        for (const char c : wanted) {
            std::string text = none;
            text[place] = c;
            REQUIRE(find_byte_of(text, 0, wanted) == place);
            REQUIRE(find_byte_of(text, place, wanted) == place);
            REQUIRE(find_byte_of(text, place + 1, wanted) == text.size());
        }
}

TEST_CASE("bits of 64 bytes are gathered and counted") {
    std::array<std::uint8_t, kMaskBytes> bytes{};
    bytes[0] = 1;
    bytes[9] = 0x81;
    bytes[63] = 0x80;
    CHECK(bytes_with_bit(bytes.data(), 0) == 0x201U);
    CHECK(bytes_with_bit(bytes.data(), 7) == (std::uint64_t{1} << 63 | 0x200U));
    CHECK(bytes_with_bit(bytes.data(), 3) == 0);
    CHECK(count_bits(0) == 0);
    CHECK(count_bits(0x8000000000000201U) == 3);
    CHECK(count_bits(~std::uint64_t{0}) == 64);
}

TEST_CASE("any mixture of characters is segmented as ICU does") {
    WordSegmenter segmenter;
    const std::u32string alphabet =
        U"aB1_@.,;:'\"-/$ \t\n\r\v\f\x7F\x1C éÉßœ×ªº·\xAD\xA0\x85“”‘’–—…•€\u2003\u3000\u200D\u200B"
        U"\u0301\u0308\u2028\u202F\uFEFF語ひカ한ไทยпאع٣"
        U"😀👩🏽🇺🇸©\u00B2\u037E\u2027\u2024\uFF0E";
    std::mt19937 random(11);
    std::string text;
    for (int round = 0; round < 4000; ++round) {
        text.clear();
        const std::size_t size = random() % 90;
        for (std::size_t i = 0; i < size; ++i) {
            const bool common = random() % 3 != 0;
            utf8::append(text, alphabet[random() % (common ? 18 : alphabet.size())]);
        }
        check_equal(segmenter, text);
    }
}

TEST_CASE("words of a long text come some at a time, also where one stretch holds many") {
    WordSegmenter segmenter;
    std::string text;
    for (int i = 0; i < 9000; ++i) text += "The vote _ on Bill_7 and a_ was 3,500 to 2.\n";
    check_equal(segmenter, text);
    text.clear();
    for (int i = 0; i < 9000; ++i) text += "Kim’s—";  // no safe place within
    check_equal(segmenter, text);
}

TEST_CASE("any bytes are segmented as ICU does") {
    WordSegmenter segmenter;
    std::mt19937 random(3);
    for (int round = 0; round < 500; ++round) {
        std::string bytes(random() % 200, '\0');
        for (char& c : bytes) c = static_cast<char>(random() % 4 == 0 ? ' ' : random());
        check_equal(segmenter, bytes);
    }
}

TEST_CASE("corpora and the Unicode test file are segmented as ICU does") {
    const std::filesystem::path root = corpora();
    if (!std::filesystem::exists(root)) {
        WARN("no corpora: set LEDE_CORPORA");
        return;
    }
    WordSegmenter segmenter;
    for (const char* name : {"robustness/WordBreakTest.txt", "robustness/blns.txt",
                             "robustness/utf8tests.bin", "ud/en_ewt-ud-dev.conllu",
                             "ud/en_gum-ud-dev-open.conllu", "robustness/SentenceBreakTest.txt"})
        check_equal(segmenter, content_of(root / name));
    // Each line of the Unicode test is a sequence "÷ 0041 × 0308 ÷ # …".
    std::ifstream lines(root / "robustness/WordBreakTest.txt");
    for (std::string line; std::getline(lines, line);) {
        std::string text;
        for (std::size_t at = 0; at < line.size() && line[at] != '#';) {
            if (std::isxdigit(static_cast<unsigned char>(line[at]))) {
                char* end = nullptr;
                utf8::append(text, static_cast<char32_t>(std::strtoul(&line[at], &end, 16)));
                at = static_cast<std::size_t>(end - line.data());
            } else {
                ++at;
            }
        }
        check_equal(segmenter, text);
    }
}
