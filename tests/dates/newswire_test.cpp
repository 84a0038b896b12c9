// Newswire and history: what the values of weeks, year-ago periods, vague references, clock times
// and narrative mentions are.
#include <catch2/catch.hpp>

#include <string>

#include "dates/date_reading.h"

using namespace lede;

TEST_CASE("finance text counts year-ago periods from the quarter it speaks of") {
    const test::DateReading reading({}, "1994-11-02");
    for (const std::string text :
         {"[Third-quarter|1994-Q3] profit rose to $45 million from $40 million [a year "
          "earlier|1993-Q3].",
          "In [the latest quarter|1994-Q3] it earned $2 million, after a loss [a year "
          "ago|1993-Q3].",
          "[Third-quarter|1994-Q3] sales fell; in [the year-ago period|1993-Q3] they had grown.",
          "Orders in [August|1994-08] were below those of [the same month last year|1993-08].",
          "Costs rose [late last year|1993] and will fall [early next month|1994-12].",
          "Over [the past year|P1Y] and in [recent weeks|PAST_REF] little changed.",
          "[A year earlier|1993] it had lost; [third-quarter|1994-Q3] net fell from [a year "
          "earlier|1993-Q3], and [year-earlier|1993-Q3] figures include a gain.",
          "Orders in [August|1994-08] rose 3% from [a year earlier|1993-08].",
          "They lose 5,000 jobs [a month|P1M], a quarter of the total."})
        CHECK(reading.mark_again(text) == text);
}

TEST_CASE("ages, titles and names of nations are no times and tell none") {
    const test::DateReading reading({}, "1998-10-27");
    for (const std::string text :
         {"The 45-year-old mayor is as old as Sen. May; a quarter of voters like the Sun.",
          "The talks of [May 3|1998-05-03] were broken off.",
          "Ships may leave the United Arab ports by [Dec. 4|1998-12-04].",
          "A hearing is set for [Jan. 5|1999-01-05]; the record was set on [Jan. 6|1998-01-06]."})
        CHECK(reading.mark_again(text) == text);
}

TEST_CASE("a clock time belongs to the day spoken of last") {
    const test::DateReading reading({}, "1998-10-27");
    const std::string text =
        "On [Tuesday, Feb. 3|1998-02-03], at about [3:13 p.m.|1998-02-03T15:13], a cable broke. "
        "[Twenty minutes later|1998-02-03T15:33] help came, and the next patrol left at [dawn "
        "Friday|1998-10-23TMO].";
    CHECK(reading.mark_again(text) == text);
}

TEST_CASE("a story counts from its last mention and goes forward") {
    const test::DateReading reading({.anchor = dates::AnchorMode::kAuto}, "2009-03-11");
    for (const std::string text :
         {"On [3 May|1807-05-03] the army left. On [5 May 1807|1807-05-05] it was seen, and [two "
          "days "
          "later|1807-05-07] beaten. In [December|1807-12] it returned; in [January|1808-01] peace "
          "was "
          "made. [The next spring|1808-SP] trade grew. In [1812|1812] all was lost.",
          "In [June 1943|1943-06] it began. On [the night of 24-25 July 1943|1943-07-24TNI] ships "
          "came; on [the 28th|1943-07-28] they left. In [the winter of 1943-44|1943-WI] nothing "
          "moved.",
          "It stood from [1337|1337] to [1453|1453], in [the 14th|13] and [15th centuries|14], and "
          "fell in [1454|1454]."})
        CHECK(reading.mark_again(text) == text);
}

TEST_CASE("a present tense beside a date tells what is planned") {
    const test::DateReading reading({}, "1998-02-17");
    for (const std::string text :
         {"The envoy arrives in the capital [Friday|1998-02-20]; talks resume [Monday|1998-02-23].",
          "The parliament votes [Wednesday|1998-02-18], and they meet [Thursday|1998-02-19].",
          "He flew in on [Sunday|1998-02-15] and leaves [Thursday|1998-02-19].",
          "Despite signs of calm on [Sunday|1998-02-15] he fled.",
          "Two votes [Friday|1998-02-13] went his way, and a sales report [Monday|1998-02-16] did.",
          "The \"company\" won\xE2\x80\x99t say so before [Thursday|1998-02-19].",
          "It lasted until [November|1997-11]; the vote was put off until [May|1998-05].",
          "A dividend is payable [March 15|1998-03-15] to holders of [Feb. 2|1998-02-02]."})
        CHECK(reading.mark_again(text) == text);
}

TEST_CASE("a clock time to come is not of a day that is over") {
    const test::DateReading reading({}, "1998-08-10");
    for (const std::string text :
         {"It has been shut since [Aug. 2|1998-08-02] and will open at [noon|1998-08-10T12:00].",
          "They took it at [the weekend|1998-W32-WE]; on [Saturday|1998-08-08], the 28th straight "
          "day above 100, a quarter of [the 1990s|199] crowd stayed."})
        CHECK(reading.mark_again(text) == text);
}

TEST_CASE("a year that is far off makes no history of news") {
    const test::DateReading reading({}, "2019-02-20");
    for (const std::string text :
         {"Prices rose in [January|2019-01], the most since [June 2017|2017-06]; they fell in the "
          "1900 "
          "block of Oak Street.",
          "He has led it since [2015|2015] and will go after the [May 2|2019-05-02] vote, or by "
          "[2022|2022].",
          "Ann Lee died on [Monday|2019-02-18] at 103. Born in [1916|1916], she won in "
          "[1936|1936], "
          "in [1938|1938] and in [May 1952|1952-05].",
          "The talks of [Feb. 27|2019-02-27] come [eight months|P8M] after the first."})
        CHECK(reading.mark_again(text) == text);
}

TEST_CASE("what stands before March, May and August belongs to them too") {
    const test::DateReading reading({}, "1998-08-10");
    for (const std::string text :
         {"At [the end of August|1998-08] it fell; a vote is planned for [late March|1999-03] or "
          "[early May|1999-05].",
          "[Early in March|1998-03] it ended. [A little more than a year ago|1997] it had begun, "
          "and "
          "[half a dozen years ago|1992] it was planned.",
          "[Nearly two years ago|1996], [about five weeks ago|1998-W28], on [Friday|1998-08-07] at "
          "10 schools, they voted [twice weekly|P1W].",
          "In [the second half of the year|1998-H2] sales fell after a quarter-point rise; he came "
          "[a week ago Friday|1998-07-31]."})
        CHECK(reading.mark_again(text) == text);
}

TEST_CASE("a verb is no part of a date, nor is a modal") {
    const test::DateReading reading({}, "1998-02-17");
    for (const std::string text :
         {"Hearings began [Monday|1998-02-16] and may last [six weeks|P6W].",
          "It is expected to last [several weeks|PXW], not [the last two weeks|P2W].",
          "The treaty was signed [three years|P3Y] after the fall of the old city."})
        CHECK(reading.mark_again(text) == text);
}

TEST_CASE("seasons, fiscal years and parts of an hour have the values that readers give them") {
    const test::DateReading reading({}, "2013-02-12");
    for (const std::string text :
         {"[This winter|2012-WI] is mild, [last winter|2011-WI] was not.",
          "In [the last fiscal year|2012] it spent more; in [the fiscal second quarter|2012-Q2] "
          "less.",
          "[Three-quarters of an hour|PT45M] went by, or [half an hour|PT30M].",
          "[Several years ago|PAST_REF] it was 30% below the [year-earlier|2012] level.",
          "By [mid-1848|1848] shares had lost half, and throughout [1941|1941] convoys were sunk."})
        CHECK(reading.mark_again(text) == text);
}

TEST_CASE("quarters and halves are written short, and what is left of a period begins now") {
    const test::DateReading reading({}, "2019-04-18");
    for (const std::string text :
         {"Sales rose in [4Q18|2018-Q4] and [Q1 2019|2019-Q1] but fell in [2H 2017|2017-H2].",
          "The loss of [1Q 2019|2019-Q1] was that of [Q4|2018-Q4]."})
        CHECK(reading.mark_again(text) == text);
    const std::vector<Timex> rest = reading.find("Rates will stay for the rest of this year.");
    REQUIRE(rest.size() == 1);
    CHECK(rest[0].value == "2019");
    CHECK(rest[0].mod == "END");
    CHECK(rest[0].from == dates::make_day(2019, 4, 18));
    CHECK(rest[0].to == dates::make_day(2019, 12, 31));
}

TEST_CASE("the first half is of a year where sales are spoken of, and quarters come in pairs") {
    const test::DateReading reading({}, "2019-09-20");
    for (const std::string text :
         {"Profits fell in [the first half|2019-H1], as the company said.",
          "He scored twice in the first half and once in the second half.",
          "Output grew in [the first|2018-Q1] and [second quarters of 2018|2018-Q2].",
          "Sales were flat between [the third|2018-Q3] and [fourth quarters|2018-Q4]."})
        CHECK(reading.mark_again(text) == text);
}

TEST_CASE("parts of a day after their prepositions, spans to a day, and counted seasons") {
    const test::DateReading reading({}, "2021-09-15");
    for (const std::string text :
         {"By [mid-morning|2021-09-15TMO] the square was full, and in [the late "
          "afternoon|2021-09-15TAF] it rained.",
          "In [the early hours of Tuesday|2021-09-14TMO] divers found the boat.",
          "He was seen on Late Night in [the late evening|2021-09-15TEV].",
          "Prices rose 5.3 percent in [the year|P1Y] to [August|2021-08], costs in [the "
          "quarter|P1Q] ended [June 30|2021-06-30].",
          "The law was passed in [the summer of 2015|2015-SU] and repealed [two summers "
          "later|2017-SU].",
          "The bridge fell [three winters ago|2018-WI]; [hours later|FUTURE_REF] it was rebuilt.",
          "She will return by [the weekend|2021-W37-WE]; prices eased at [mid-month|2021-09] and "
          "in [mid-week|2021-W37].",
          "Sales fell for a fourth month in [August|2021-08]; [overnight Monday|2021-09-13TNI] it "
          "snowed.",
          "The mill closed in [1987|1987] and, [a year after that|1988], the mine."})
        CHECK(reading.mark_again(text) == text);
}

TEST_CASE("names of papers, wars and persons are no dates, nor are numbers of pages and rooms") {
    const test::DateReading reading({}, "1998-03-06");
    for (const std::string text :
         {"USA Today, the Daily News and the Sunday Times wrote of the Hundred Years' War.",
          "Mr. June taught the Six-Day War, the October Revolution and the Good Friday Agreement.",
          "It is on page 1998 and in Room 2010; the Winter Olympics were held in [1994|1994].",
          "[Recent|PAST_REF] strikes hit the town [every March 13|XXXX-03-13]; a [recent|PAST_REF] "
          "poll says so.",
          "The boats left at [0600 on 12 April 1998|1998-04-12T06:00]. [Late that "
          "evening|1998-04-12TEV] they met."})
        CHECK(reading.mark_again(text) == text);
}
