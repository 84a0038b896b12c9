// Running English is known by its commonest words; anything else is left to the detector.
#include "reading/english_words.h"

#include <catch2/catch.hpp>

#include <string>

#include "lexicon/lexicon.h"

using namespace lede;

namespace {

std::string repeat(const std::string& sentence, int times) {
    std::string text;
    for (int i = 0; i < times; ++i) text += sentence + " ";
    return text;
}

}  // namespace

TEST_CASE("only a text that is full of English words is called English by them") {
    const Lexicon lexicon;
    const reading::EnglishWords words(lexicon);
    const std::string english =
        "The ministers said that they would not be drawn on the talks, which were to have begun "
        "with a meeting of the two committees at the port.";
    const std::string dutch =
        "De ministers zeiden dat zij niet wilden ingaan op de besprekingen, die hadden moeten "
        "beginnen met een vergadering van de twee commissies in de haven.";
    const std::string danish =
        "Ministrene sagde, at de ikke ville tale om forhandlingerne for at undgå strid under "
        "mødet.";
    CHECK(words.fill(repeat(english, 4)));
    CHECK_FALSE(words.fill(english));  // too short to tell
    CHECK_FALSE(words.fill(repeat(dutch, 20)));
    CHECK_FALSE(words.fill(repeat(danish, 20)));
    CHECK_FALSE(words.fill(repeat("Kim Jong Un, Moon Jae-in, Mike Pompeo, Sergey Lavrov.", 40)));
    CHECK_FALSE(words.fill(english + repeat(dutch, 3)));
    CHECK_FALSE(words.fill(""));
}
