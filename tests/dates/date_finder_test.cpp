// Dates in news sentences: spans and values.
#include <catch2/catch.hpp>

#include "dates/date_reading.h"

using namespace lede;

namespace {

// Reads each line again without its marks and expects the same marks.
void check_lines(const test::DateReading& reading, std::initializer_list<const char*> lines) {
    for (const char* line : lines) CHECK(reading.mark_again(line) == line);
}

}  // namespace

TEST_CASE("absolute dates are read in every order") {
    check_lines(
        test::DateReading(),
        {
            "The ministers met on [20 February 2019|2019-02-20] in Vienna.",
            "The ministers met on [Wednesday, Feb. 20, 2019|2019-02-20], in Vienna.",
            "The deal of [February 2019|2019-02] was signed on [2019-02-20|2019-02-20].",
            "It fell apart in [the 1990s|199], after [44 BC|BC0044] and [the 19th century|18].",
            "Sales rose in [the first quarter of 2018|2018-Q1] and in [summer 2018|2018-SU].",
        });
}

TEST_CASE("a date without a year takes one near the article's") {
    check_lines(
        test::DateReading(),
        {
            "The court ruled on [Monday|2019-02-18] that it had erred [last week|2019-W07].",
            "He left [two days ago|2019-02-18] and returned [yesterday|2019-02-19].",
        });
}

TEST_CASE("two dates may share what one of them says") {
    check_lines(test::DateReading(),
                {
                    "A summit is due on [February 27|2019-02-27] and [28|2019-02-28].",
                    "From [January|2016-01] to [May 2016|2016-05] he was abroad.",
                    "He was ill from [two days ago|2019-02-18] to [May 2019|2019-05].",
                });
}

TEST_CASE("durations and sets have values of their own") {
    check_lines(
        test::DateReading(),
        {
            "They talked for [more than five hours|PT5H] and then [several weeks|PXW].",
            "A [six-week|P6W] strike; they meet [every Monday|XXXX-WXX-1] and [twice a week|P1W].",
        });
}

TEST_CASE("clock ranges share their day and the half of it") {
    check_lines(test::DateReading(),
                {
                    "It is open [Monday 8|2019-02-18T08:00]-[9am|2019-02-18T09:00].",
                    "Open [3|2019-02-20T15:00]-[8pm|2019-02-20T20:00] for all.",
                    "They met between [10|2019-02-19T10:00] and [2pm yesterday|2019-02-19T14:00].",
                    "It ran from [November|2016-11] to [February 2017|2017-02].",
                });
}

TEST_CASE("years, days and times in words") {
    check_lines(test::DateReading(), {
                                         "On [May ninth nineteen eighty-six|1986-05-09] he left; "
                                         "in [nineteen ninety-six|1996] he "
                                         "came back.",
                                         "By [seven twenty-seven p.m.|2019-02-20T19:27] it was "
                                         "over, [7.30 p.m.|2019-02-20T19:30] "
                                         "at the latest.",
                                     });
}

TEST_CASE("offsets may have many parts and count from clock times") {
    check_lines(test::DateReading(),
                {
                    "It closed [two years, four months and five days ago|2016-10-15].",
                    "They left [two hours after midnight|2019-02-21T02:00].",
                    "He came back [two Mondays ago|2019-02-11].",
                });
    const test::DateReading timed({}, "2019-02-20T14:05");
    check_lines(timed, {"It began [48 hours ago|2019-02-18T14:05]."});
}

TEST_CASE("a weekday tells the year of its date") {
    check_lines(test::DateReading(), {"They meet on [Sunday, June 23|2019-06-23]."});
}

TEST_CASE("a time's zone is told apart from its value") {
    const std::vector<Timex> found = test::DateReading().find(
        "It began at 8 a.m. EST, or at 2019-02-20T13:00:00Z; at 3 p.m. "
        "Eastern it was over.");
    REQUIRE(found.size() == 3);
    CHECK(found[0].value == "2019-02-20T08:00");
    CHECK(found[0].zone == "-05:00");
    CHECK(found[1].value == "2019-02-20T13:00:00");
    CHECK(found[1].zone == "Z");
    CHECK(found[2].zone == "America/New_York");
}

TEST_CASE("to an assistant, what is said in part is still to come") {
    const test::DateReading assistant({.prefer = dates::Prefer::kFuture}, "2019-02-20T14:05");
    check_lines(assistant,
                {
                    "Remind me at [3:30|2019-02-20T15:30] or at [15h30|2019-02-20T15:30].",
                    "Call him [in 48 hours|2019-02-22T14:05], [this Monday|2019-02-25].",
                    "The office is shut [the week of the 18th|2019-W12].",
                    "It is due on [june five 2020|2020-06-05], not on [Friday 31|2019-05-31].",
                });
}

TEST_CASE("to an assistant, signed offsets, parts of periods and days of a month are dates") {
    const test::DateReading assistant({.prefer = dates::Prefer::kFuture}, "2019-02-20T14:05");
    check_lines(assistant, {
                               "[+ two days|2019-02-22]",
                               "It is [2019-12-29 - 10 days|2019-12-19], or from [4|2019-03-04] to "
                               "[23 of next month|2019-03-23].",
                               "The gates close at [midnight|2019-02-21T00:00].",
                           });
    const std::vector<Timex> found = assistant.find("Show the first six months of 2018.");
    REQUIRE(found.size() == 1);
    CHECK(found[0].value == "P6M");
    CHECK(found[0].from == std::chrono::year(2018) / 1 / 1);
    CHECK(found[0].to == std::chrono::year(2018) / 6 / 30);
}

TEST_CASE("fiscal years may be short, and this time is now") {
    check_lines(test::DateReading(), {
                                         "Sales rose in [FY18|2018], the company said.",
                                         "It has no comment [at this time|PRESENT_REF].",
                                         "At this time of year the river is low.",
                                     });
}

TEST_CASE("a full date in the name of a file is one") {
    check_lines(test::DateReading(), {"See the file sales-[2018-10-09|2018-10-09].xlsx for more."});
}

TEST_CASE("numbers and names are not dates") {
    check_lines(test::DateReading(),
                {
                    "She may march on; 2,007 people paid $1999 for Windows 2000 and flight A320.",
                    "This may be so, and that may change; call 2010-2015-86 or 555-0100-2019.",
                    "The 737s flew on, 3-2 was the score and F-16 jets fell silent.",
                });
}

TEST_CASE("a day that no calendar has is one invalid date") {
    const std::vector<Timex> found = test::DateReading().find("It was signed on Feb. 29, 2015.");
    REQUIRE(found.size() == 1);
    CHECK(found[0].invalid);
    CHECK_FALSE(found[0].from);
}

TEST_CASE("a numeric date that habit alone decides is flagged, and the order can be set") {
    const std::vector<Timex> american = test::DateReading().find("It is dated 03/04/19.");
    REQUIRE(american.size() == 1);
    CHECK(american[0].ambiguous);
    CHECK(american[0].value == "2019-03-04");
    const test::DateReading british({.order = dates::DateOrder::kDayFirst});
    CHECK(british.mark("It is dated 03/04/19.") == "It is dated [03/04/19|2019-04-03].");
}

TEST_CASE("in a narrative a date takes the year that was spoken of last") {
    const test::DateReading narrative({.anchor = dates::AnchorMode::kNarrative});
    check_lines(narrative,
                {"He landed on [4 July 1831|1831-07-04] and left on [July 14|1831-07-14]. "
                 "[Two years later|1833], in [October|1833-10], he was back."});
}

TEST_CASE("without a publication date the year stays open") {
    check_lines(
        test::DateReading({}, ""),
        {
            "He left on [May 12|XXXX-05-12], a [Sunday|XXXX-WXX-7], not [last week|XXXX-WXX].",
        });
}
