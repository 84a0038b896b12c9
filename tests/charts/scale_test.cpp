#include "charts/scale.h"

#include <catch2/catch.hpp>
#include <limits>

using namespace lede::charts;

TEST_CASE("ticks are round, start at 0 and are no more than asked for") {
    CHECK(round_ticks(340, 4) == std::vector<double>{0, 100, 200, 300});
    CHECK(round_ticks(3, 4) == std::vector<double>{0, 1, 2, 3});
    CHECK(round_ticks(12, 4) == std::vector<double>{0, 5, 10});
    CHECK(round_ticks(0, 4) == std::vector<double>{0});
    CHECK(round_ticks(1e300, 4).size() <= 5);
}

TEST_CASE("numbers on an axis have their thousands apart") {
    CHECK(tick_label(0) == "0");
    CHECK(tick_label(999) == "999");
    CHECK(tick_label(1200) == "1,200");
    CHECK(tick_label(-1234567) == "-1,234,567");
    CHECK(tick_label(0.18734) == "0.1873");
    CHECK(tick_label(std::numeric_limits<double>::infinity()) == "inf");
}

TEST_CASE("a scale maps its ends and keeps what lies outside at them") {
    const Scale scale{.low = 0, .high = 340, .begin = 40, .end = 440};
    CHECK(scale.at(170) == 240);
    CHECK(scale.at(-5) == 40);
    CHECK(scale.at(std::numeric_limits<double>::infinity()) == 440);
    CHECK(Scale{.low = 2, .high = 2, .begin = 7, .end = 9}.at(2) == 7);
}
