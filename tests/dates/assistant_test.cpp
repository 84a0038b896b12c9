// What people say to an assistant (--prefer future): short utterances, offsets to the day, a few as
// three, lone numbers as times.
#include <catch2/catch.hpp>

#include <string>

#include "dates/date_reading.h"

using namespace lede;

TEST_CASE("to an assistant, a few are three and quarters are those of the calendar") {
    const test::DateReading reading({.prefer = dates::Prefer::kFuture});
    for (const std::string text :
         {"call her [in a few days|2019-02-23]", "it is due [after two days|2019-02-22]",
          "meet [this coming Friday|2019-02-22]", "see the list of [this past Monday|2019-02-18]",
          "[the closest Monday to March 5|2019-03-04]", "back [Oct 3, Thursday|2019-10-03]"})
        CHECK(reading.mark_again(text) == text);
    const auto quarters = reading.find("the past two quarters");
    REQUIRE(quarters.size() == 1);
    CHECK(quarters[0].from == dates::make_day(2018, 7, 1));
    CHECK(quarters[0].to == dates::make_day(2018, 12, 31));
}

TEST_CASE("to an assistant, an utterance of numbers alone tells a time") {
    const test::DateReading reading({.prefer = dates::Prefer::kFuture});
    CHECK(reading.mark("ten thirty") == "[ten thirty|2019-02-20T10:30]");
    CHECK(reading.mark("at 3 15") == "[at 3 15|2019-02-20T03:15]");
    CHECK(reading.mark("10 - 15") == "[10 - 15|2019-10-15]");
    CHECK(reading.mark("our scores were ten thirty") == "our scores were ten thirty");
    CHECK(reading.mark("14pm") == "14pm");
}

TEST_CASE("the end of a week begins on its Friday, that of a month on the 21st") {
    const test::DateReading reading;
    const auto week = reading.find("They met at the end of last week.");
    REQUIRE(week.size() == 1);
    CHECK(week[0].from == dates::make_day(2019, 2, 15));
    const auto month = reading.find("They met in late January.");
    REQUIRE(month.size() == 1);
    CHECK(month[0].from == dates::make_day(2019, 1, 21));
    CHECK(month[0].to == dates::make_day(2019, 1, 31));
}

TEST_CASE("to an assistant, dates may be added to and named days told in many ways") {
    const test::DateReading reading({.prefer = dates::Prefer::kFuture}, "2013-02-12T04:30");
    for (const std::string text :
         {"[2 / 15|2013-02-15]", "meet [Friday after next|2013-02-22]",
          "back [March after next|2014-03]", "see [Sunday from last week|2013-02-10]",
          "[next Tuesday +10 days|2013-03-01]", "shut on [Super Tuesday 2008|2008-02-05]",
          "see [Rath Yatra 2018|2018-07-14]", "the deadline is [2018 March 18|2018-03-18]"})
        CHECK(reading.mark_again(text) == text);
    CHECK(reading.mark("please excuse what that may cause") == "please excuse what that may cause");
}

TEST_CASE("to an assistant, now is a minute, and about three is threeish") {
    const test::DateReading reading({.prefer = dates::Prefer::kFuture}, "2013-02-12T04:30");
    for (const std::string text :
         {"remind me [now|2013-02-12T04:30]", "[3ish pm|2013-02-12T15:00]",
          "see him [tomorrow at 150ish|2013-02-13T01:50]", "call [3 in the AM|2013-02-13T03:00]",
          "run [early morning @ 3|2013-02-13T03:00]", "the report of [2014/10|2014-10]",
          "due [Fri, Jul 18|2014-07-18]", "our [18q4|2018-Q4] plan",
          "free [Thursday from 9a|2013-02-14T09:00] to [11a|2013-02-14T11:00]",
          "after [9:30|2013-02-14T09:30] but before [11:00 on Thursday|2013-02-14T11:00]"})
        CHECK(reading.mark_again(text) == text);
    CHECK(reading.mark("two sixty a.m.") == "two sixty a.m.");
    const auto rest = reading.find("keep the rest of the week free");
    REQUIRE(rest.size() == 1);
    CHECK(rest[0].from == dates::make_day(2013, 2, 12));
    CHECK(rest[0].to == dates::make_day(2013, 2, 17));
}
