#include "entities/name_confidence.h"

#include <catch2/catch.hpp>

using lede::entities::calibrated;

TEST_CASE("calibrated confidence grows with the model's belief and stays a probability") {
    float before = -1;
    for (int i = 0; i <= 1000; ++i) {
        const float now = calibrated(static_cast<float>(i) / 1000);
        CHECK(now >= before);
        CHECK((now >= 0 && now <= 1));
        before = now;
    }
    CHECK(calibrated(2.0F) == calibrated(1.0F));
}
