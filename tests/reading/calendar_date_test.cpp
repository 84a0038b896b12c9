// Dates of fields and metadata, normalised.
#include "reading/calendar_date.h"

#include <catch2/catch.hpp>

using namespace lede;

TEST_CASE("dates are read in the forms that fields and pages use") {
    const reading::DateReader reader{Lexicon()};
    const auto read = [&](const char* text) { return reader.read(text).value_or("-"); };
    CHECK(read("2019-02-20") == "2019-02-20");
    CHECK(read(" 2019/2/3 ") == "2019-02-03");
    CHECK(read("20190220") == "2019-02-20");
    CHECK(read("2019-02-20T14:05:00Z") == "2019-02-20T14:05:00Z");
    CHECK(read("2019-02-20 14:05") == "2019-02-20T14:05:00");
    CHECK(read("2019-02-20T14:05:00.123+09:00") == "2019-02-20T14:05:00+09:00");
    CHECK(read("2019-02-20T14:05:00-0500") == "2019-02-20T14:05:00-05:00");
    CHECK(read("Wed, 20 Feb 2019 14:05:00 GMT") == "2019-02-20T14:05:00Z");
    CHECK(read("February 20, 2019") == "2019-02-20");
    CHECK(read("Published: Feb. 20th, 2019 2:05 p.m.") == "2019-02-20T14:05:00");
    CHECK(read("Updated 12:05 AM ET, Wed February 20, 2019") == "2019-02-20T00:05:00");
    CHECK(read("02:05:07 PM EST Feb 20, 2019") == "2019-02-20T14:05:07-05:00");
    CHECK(read("Feb. 20, 2019, 2:05pm PDT") == "2019-02-20T14:05:00-07:00");
    CHECK(read("9:14 a.m. Feb. 20, 2019 | Updated 10:02 a.m. Feb. 21, 2019") ==
          "2019-02-20T09:14:00");
    CHECK(read("February 20, 2019 | Updated 10:02") == "2019-02-20");
    CHECK(read("Wednesday, 20 Feb 2019 | 2:05 PM ET") == "2019-02-20T14:05:00");
    CHECK(read("20 February 2019") == "2019-02-20");
    CHECK(read("20th of Feb 2019") == "2019-02-20");
    CHECK(read("20.2.2019") == "2019-02-20");
    CHECK(read("2/20/2019") == "2019-02-20");
    CHECK(read("20/2/2019") == "2019-02-20");
    CHECK(read("1550671500") == "2019-02-20T14:05:00Z");
    CHECK(read("1550671500000") == "2019-02-20T14:05:00Z");
}

TEST_CASE("what is no day, or could be two, is no date") {
    const reading::DateReader reader{Lexicon()};
    for (const char* text : {"", "2019", "February 2019", "last spring", "02/03/2019", "2019-02-30",
                             "Feb 20", "14:05", "99999999999999999999", "2019-13-01"}) {
        INFO(text);
        CHECK_FALSE(reader.read(text).has_value());
    }
}
