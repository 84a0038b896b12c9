// Words as numbers: the fast way of a text's words gives what the slow one gives.
#include "stats/vocabulary.h"

#include <catch2/catch.hpp>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "stats/frequency_counter.h"
#include "text/lower_case.h"
#include "text/segmentation.h"
#include "text/unicode.h"
#include "text/utf8.h"

using namespace lede;
using namespace lede::stats;

namespace {

std::string random_word(std::mt19937& random, std::size_t longest) {
    std::string word(random() % (longest + 1), 'a');
    for (char& c : word) c = "abcE\xC3\xA9\0"[random() % 7];
    return word;
}

// By ICU, strings and a map.
std::map<std::string, Frequency> count_slowly(const std::vector<std::string>& texts,
                                              LetterCase letters) {
    std::map<std::string, Frequency> counts;
    WordSegmenter segmenter;
    for (const std::string& text : texts) {
        std::map<std::string, std::uint64_t> here;
        std::vector<WordSegment> segments;
        segmenter.append_segments_by_icu(text, segments);
        for (const auto& [span, is_word] : segments) {
            if (!is_word) continue;
            const std::string word(span.of(text));
            ++here[letters == LetterCase::kKeep    ? word
                   : letters == LetterCase::kLower ? lower_case(word)
                                                   : unicode::fold(word)];
        }
        for (const auto& [word, count] : here) counts[word] += {count, 1};
    }
    return counts;
}

}  // namespace

TEST_CASE("a number stands for a word, whatever its length and bytes") {
    std::mt19937 random(7);
    Vocabulary vocabulary;
    std::map<std::string, std::uint32_t> expected;
    for (int i = 0; i < 30000; ++i) {
        const std::string word = random_word(random, i % 10 == 0 ? 600 : 20);
        const auto known = expected.find(word);
        REQUIRE(vocabulary.find(word) == (known == expected.end() ? kNone : known->second));
        const auto next = static_cast<std::uint32_t>(expected.size());
        const std::uint32_t id = expected.emplace(word, next).first->second;
        if (word.size() <= ShortWord::kLongest && i % 2 == 0) {
            const ShortWord asked = short_word::load(word, make_span(0, word.size()));
            std::uint32_t found = kNone;
            vocabulary.ids_of({&asked, 1}, &found);
            REQUIRE(found == id);
        } else {
            REQUIRE(vocabulary.id_of(word) == id);
        }
    }
    REQUIRE(vocabulary.size() == expected.size());
    std::vector<std::uint32_t> in_order;
    for (const auto& [word, id] : expected) {
        REQUIRE(vocabulary.word(id) == word);
        in_order.push_back(id);
    }
    CHECK(vocabulary.sorted() == in_order);
}

TEST_CASE("words are counted as ICU, strings and a map count them") {
    const std::u32string alphabet = U"aaabEEss s  .',_@1\n-—’“éÉßİΣσſK\u0301\u2003語";
    std::mt19937 random(23);
    std::vector<std::string> texts(300);
    for (std::string& text : texts)
        for (std::size_t i = random() % 1500; i > 0; --i)
            utf8::append(text, alphabet[random() % (random() % 8 == 0 ? alphabet.size() : 14)]);
    for (const LetterCase letters : {LetterCase::kKeep, LetterCase::kLower, LetterCase::kFold}) {
        FrequencyCounter counter({.rule = {.words = WordRule::kUax29, .letters = letters}});
        for (const std::string& text : texts) {
            Document document;
            document.article.text = text;
            counter.add(document);
        }
        std::map<std::string, Frequency> counts;
        const auto lists = counter.lists();
        for (const FrequencyRow& row : lists.at("").rows) counts[row.item] = row.frequency;
        CHECK(counts == count_slowly(texts, letters));
    }
}
