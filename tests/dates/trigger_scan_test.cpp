// The quick look for triggers leaves nothing out that the atoms would show.
#include <catch2/catch.hpp>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "dates/atoms.h"
#include "dates/date_reading.h"
#include "dates/trigger_scan.h"

using namespace lede;

namespace {

// What the atoms of the whole text say.
bool has_trigger(const dates::Grammar& grammar, const std::string& text) {
    std::vector<dates::Atom> atoms;
    return dates::cut_atoms(grammar, text, make_span(0, text.size()), atoms);
}

}  // namespace

TEST_CASE("only words and numerals that can begin a date are triggers") {
    const dates::Grammar grammar{Lexicon()};
    const dates::TriggerScan scan(grammar);
    const std::string text = "The 7 members met in May; 300 people came. On 3/4 the 95 % spoke.";
    CHECK(scan.scan(text) == std::vector<std::uint32_t>{21, 46});
    CHECK(scan.scan("The national president of the United States, J. S. Lee, is great.").empty());
    CHECK(scan.scan("By 5 p.m. it rained").front() == 5);
    CHECK(scan.scan("the class of \xE2\x80\x99"
                    "98")
              .size() == 1);
}

TEST_CASE("the quick look finds every sentence whose atoms have a trigger") {
    const dates::Grammar grammar{Lexicon()};
    const dates::TriggerScan scan(grammar);
    std::vector<std::string> pieces = {
        " ",        "\n", ".",        ",",        "'",    "\xE2\x80\x99", "-",    "/",  ":",    "$",
        "#",        "(",  "\xC3\xA9", "\xC2\xA0", "in",   "In",           "865",  "98", "2019", "7",
        "20190220", "T",  "s",        "th",       "Acme", "the",          "p.m.", "3.5"};
    for (const dates::Word& word : grammar.words()) pieces.push_back(word.key);
    std::mt19937 random(7);
    for (int i = 0; i < 60000; ++i) {
        std::string text;
        for (std::size_t n = 1 + random() % 5; n > 0; --n)
            text += pieces[random() % (random() % 2 == 0 ? 28 : pieces.size())];
        if (i % 2 == 0) text += std::string(random() % 70, 'x');
        if (!has_trigger(grammar, text)) continue;
        INFO(text);
        REQUIRE(!scan.scan(text).empty());
    }
}

TEST_CASE("a word that ends beyond 64 bytes is one trigger") {
    const dates::Grammar grammar{Lexicon()};
    const dates::TriggerScan scan(grammar);
    for (std::size_t before = 50; before < 70; ++before) {
        const std::string text = std::string(before, ' ') + "September";
        INFO(before);
        CHECK(scan.scan(text) == std::vector<std::uint32_t>{static_cast<std::uint32_t>(before)});
    }
}

TEST_CASE("named days are found by any of their names") {
    const test::DateReading reading;
    const lexicon::Table holidays = Lexicon().table("dates/holidays");
    for (std::uint32_t row = 0; row < holidays.rows(); ++row) {
        std::string name(holidays.cell(row, holidays.column("names")));
        name = name.substr(0, name.find(';'));
        std::string plain;
        for (std::size_t at = 0; at < name.size();) {  // the first choice of each element
            const std::size_t end = std::min(name.find(' ', at), name.size());
            std::string element = name.substr(at, end - at);
            element = element.substr(0, element.find('|'));
            if (element.size() > 1 && element.ends_with('?')) element.pop_back();
            if (!plain.empty() && element != "." && element.front() != '\'') plain += ' ';
            plain += element;
            at = end + 1;
        }
        INFO(plain);
        CHECK(!reading.find("They marked " + plain + " together.").empty());
    }
}
