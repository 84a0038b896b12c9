// Days of calendars that follow sun and moon, against days that were kept or are in almanacs.
#include "dates/moon_calendars.h"

#include <catch2/catch.hpp>

#include "dates/date_reading.h"

using namespace lede;
using namespace lede::dates;

TEST_CASE("the Chinese year begins two moons after the month of the solstice") {
    CHECK(chinese_day(2018, 1, 1) == make_day(2018, 2, 16));
    CHECK(chinese_day(2015, 1, 1) == make_day(2015, 2, 19));
    CHECK(chinese_day(1985, 1, 1) == make_day(1985, 2, 20));
    CHECK(chinese_day(2034, 1, 1) == make_day(2034, 2, 19));
    CHECK(chinese_day(2018, 8, 15) == make_day(2018, 9, 24));
}

TEST_CASE("Hindu festivals fall on the tithi of their hour") {
    CHECK(hindu_day(2018, 7, 30, 18) == make_day(2018, 11, 7));   // Diwali
    CHECK(hindu_day(2017, 7, 30, 18) == make_day(2017, 10, 19));  // Diwali
    CHECK(hindu_day(2019, 6, 4, 12) == make_day(2019, 9, 2));     // Ganesh Chaturthi
    CHECK(indian_solar_day(2018, 0) == make_day(2018, 4, 14));    // Vaisakhi
    // Makar Sankranti, behind sunset in 2019: on the next day
    CHECK(indian_solar_day(2018, 9) == make_day(2018, 1, 14));
    CHECK(indian_solar_day(2019, 9) == make_day(2019, 1, 15));
}

TEST_CASE("the Hebrew calendar is exact") {
    CHECK(hebrew_new_year(2018) == make_day(2018, 9, 10));
    CHECK(hebrew_new_year(2013) == make_day(2013, 9, 5));
    CHECK(hebrew_day(2018, -163, HebrewShift::kNone) == make_day(2018, 3, 31));        // Passover
    CHECK(hebrew_day(2013, 83, HebrewShift::kLongHeshvan) == make_day(2013, 11, 28));  // Hanukkah
    CHECK(hebrew_day(2019, -222, HebrewShift::kLeapMonth) == make_day(2019, 1, 21));
    CHECK(hebrew_day(2018, -143, HebrewShift::kIndependence) == make_day(2018, 4, 19));
    CHECK(hebrew_day(2018, -51, HebrewShift::kFast) == make_day(2018, 7, 22));
}

TEST_CASE("an Islamic month begins after the new moon") {
    CHECK(islamic_day(2018, 10, 1) == make_day(2018, 6, 15));   // the end of Ramadan
    CHECK(islamic_day(2016, 9, 1) == make_day(2016, 6, 6));     // Ramadan
    CHECK(islamic_day(2018, 12, 10) == make_day(2018, 8, 21));  // the feast of the sacrifice
}

TEST_CASE("equinoxes and solstices follow the sun") {
    CHECK(solar_day(2016, 0) == make_day(2016, 3, 20));
    CHECK(solar_day(2018, 270) == make_day(2018, 12, 21));
}

TEST_CASE("named days of these calendars are read in a text") {
    const test::DateReading reading;
    for (const char* line :
         {"They met at [Diwali 2018|2018-11-07] and fasted in [Ramadan 2018|2018-05-16].",
          "[Chinese New Year 2018|2018-02-16] came early, [Parsi New Year 2020|2020-08-16] late.",
          "[White Sunday 2013|2013-05-19] was dry, the [feast of Ingathering 2018|2018-09-24] "
          "not."})
        CHECK(reading.mark_again(line) == line);
    const std::vector<Timex> found = reading.find("They met on Yom Kippur 2018.");
    REQUIRE(found.size() == 1);
    CHECK(found[0].value == "2018-09-19");
    CHECK(found[0].from == std::chrono::year(2018) / 9 / 18);
}

TEST_CASE("any year has its days, however far") {
    for (const int year : {-4000, 0, 999, 3001, 30000}) {
        CHECK(year_of(chinese_day(year, 1, 1)) >= 999);
        CHECK(year_of(islamic_day(year, 9, 1)) >= 999);
        CHECK(year_of(hebrew_new_year(year)) >= 999);
    }
}
