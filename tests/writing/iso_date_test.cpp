#include <catch2/catch.hpp>

#include "writing/iso_date.h"

using lede::writing::iso_date;
using namespace std::chrono;

TEST_CASE("days are written as ISO 8601 has them, far years too") {
    CHECK(iso_date(2019y / February / 3d) == "2019-02-03");
    CHECK(iso_date(865y / December / 31d) == "0865-12-31");
    CHECK(iso_date(0y / January / 1d) == "0000-01-01");
    CHECK(iso_date(year(-43) / March / 15d) == "-0043-03-15");
    CHECK(iso_date(year(12019) / October / 10d) == "12019-10-10");
}
