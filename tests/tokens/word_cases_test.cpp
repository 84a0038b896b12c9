// Where words of news text begin and end: cases of our own.
#include <catch2/catch.hpp>

#include "tokens/cases.h"

using namespace lede::test;

namespace {

void check(std::initializer_list<const char*> cases) {
    for (const char* marked : cases) CHECK(with_tokens(text_of_case(marked)) == marked);
}

}  // namespace

TEST_CASE("clitics") {
    check({
        "Korea|+’s army did|+n’t move|.",
        "They|+'re sure she|+'ll win|.",
        "I|+'ve said I|+’d go|.",
        "The workers|+’ union and Burns|+' law",
        "He ca|+n't and wo|+n’t|.",
        "It can|+not be|.",
        "the U.S.|+’s debt and Cole Jr.|+'s seat",
        "O’Brien met d’Ancona at six o'clock|.",
        "Let|+’s go to Macy|+’s|.",
        "rock ’n’ roll of the ’90s",
        "Do|+n’t stop",
        "The mayor|+`s car",
    });
}

TEST_CASE("\"its\" and \"your\" are two words only where no possessive can stand") {
    check({
        "It|+s not over and it|+s the law",
        "You|+r not late",
        "It|+s very easy to park and it|+s horrible|!",
        "its very easy course is great for its size|.",
        "its not|-|for|-|profit arm",
        "The bank cut its now 300 branches|, its not",
        "We like your house and its roof|.",
    });
}

TEST_CASE("numbers, money and units") {
    check({
        "It cost $|3.5 million|, or €|3,100,000|.",
        "US$|40 and A$|12",
        "Sales rose 12|% to 1,234.56|.",
        "at 7:30|pm or 19:45",
        "a 35|mm film and 10|km run",
        "the 20th century and the 1990s",
        "9/11 and 11/28/2000",
        "call 713-853-3989 by 2019-02-20",
        "call 713/853-3989 before 11-28-2000",
        "Washington 20500-0003",
        "He hit .265 with a .22|-|caliber bat|, up $|.04|.",
        "dial +44 20 or +1 212",
        "since mid-1980s films|, in his mid-20s",
        "a 75|watt bulb for 20|minutes|, 10|x more",
        "5|-|10 percent",
        "the F|-|16 and the 747",
        "#|1 and No. 7",
    });
}

TEST_CASE("hyphens, slashes and dashes") {
    check({
        "a well|-|known non-profit",
        "the U.S.|-|led pre-war plan",
        "and|/|or",
        "the deal|—|so far|—|holds",
        "Secretary|-|General Moss",
        "an anti-corruption|, pro-Beijing co-founder",
        "2016|–|2020",
    });
}

TEST_CASE("abbreviations keep their period") {
    check({
        "Sen. Cole met Mr. Lee in the U.S. Senate|.",
        "at 5 p.m|. ‖ The vote failed|.",
        "Acme Inc. and Stark Corp. fell|.",
        "John F. Kennedy and J. Cole",
        "on Jan. 6 and Sept. 9",
        "e.g. Ohio|, i.e. the state",
        "in Bend|, Ore.|, and Provo|, Ut.|, on Friday",
    });
}

TEST_CASE("addresses, names and tags") {
    check({
        "Write to press@example.org|.",
        "See https://example.com/a?b=1 now|.",
        "See (|www.example.com|)|.",
        "@annlee wrote #vote2020 today",
        "Amazon.com fell|.",
        "(|see plan-#12.DOC|, 02-05-02.doc and al-akhbar.com|)|.",
        "saved as .pdf files",
        "the AT&T deal and R&D",
    });
}

TEST_CASE("quotation marks and other marks") {
    check({
        "“|We left|,|” he said|.",
        "\"|Why|?|\" she asked|.",
        "Well|... maybe",
        "What|?!",
        "Is it a rule|.? ‖ Nobody knows|.",
        "(|AP|)",
        "he said|—|‘|no|’|.",
        "[|sic|]",
    });
}

TEST_CASE("emoji sequences are one token each") {
    check({
        "Great 👍🏽 work|!",
        "family 👩‍👩‍👧‍👦 day",
        "flags 🇺🇸|🇰🇵 fly",
        "yes|❤️|!",
        "fine :-) or ;)",
    });
}
