#include "dates/sky.h"

#include <cmath>

namespace lede::dates::sky {
namespace {

constexpr double kEpoch2000 = 10957.5;       // 2000-01-01T12:00
constexpr double kMonth = 29.530588853;      // days from new moon to new moon
constexpr double kSunPerDay = 0.98564736;    // degrees
constexpr double kMoonFromSun = 12.1907491;  // degrees a day
constexpr int kSteps = 6;                    // of Newton's method: far below a minute

double centuries(Instant at) { return (at - kEpoch2000) / 36525.0; }

double turn(double degrees) {
    const double rest = std::fmod(degrees, 360.0);
    return rest < 0 ? rest + 360.0 : rest;
}

// -180 to 180
double signed_turn(double degrees) { return turn(degrees + 180.0) - 180.0; }

double sine(double degrees) { return std::sin(turn(degrees) * 3.14159265358979323846 / 180.0); }

double nutation(double t) { return -0.00478 * sine(125.04 - 1934.136 * t); }

// One periodic term: degrees, and multiples of elongation, sun's anomaly, moon's anomaly, latitude.
struct Term {
    double size;
    int elongation, sun, moon, latitude;
};

constexpr Term kMoonTerms[] = {
    {6.288774, 0, 0, 1, 0},   {1.274027, 2, 0, -1, 0},  {0.658314, 2, 0, 0, 0},
    {0.213618, 0, 0, 2, 0},   {-0.185116, 0, 1, 0, 0},  {-0.114332, 0, 0, 0, 2},
    {0.058793, 2, 0, -2, 0},  {0.057066, 2, -1, -1, 0}, {0.053322, 2, 0, 1, 0},
    {0.045758, 2, -1, 0, 0},  {-0.040923, 0, 1, -1, 0}, {-0.034720, 1, 0, 0, 0},
    {-0.030383, 0, 1, 1, 0},  {0.015327, 2, 0, 0, -2},  {0.010980, 0, 0, 1, -2},
    {0.010675, 4, 0, -1, 0},  {0.010034, 0, 0, 3, 0},   {0.008548, 4, 0, -2, 0},
    {-0.007888, 2, 1, -1, 0}, {-0.006766, 2, 1, 0, 0},  {-0.005163, 1, 0, -1, 0}};

}  // namespace

Instant instant_of(sys_days day, double hours) {
    return static_cast<double>(day.time_since_epoch().count()) + hours / 24.0;
}

sys_days day_at(Instant instant, double hours) {
    return sys_days(std::chrono::days(static_cast<int>(std::floor(instant + hours / 24.0))));
}

double sun_longitude(Instant at) {
    const double t = centuries(at);
    const double anomaly = 357.52911 + 35999.05029 * t;
    const double centre = (1.914602 - 0.004817 * t) * sine(anomaly) + 0.019993 * sine(2 * anomaly) +
                          0.000289 * sine(3 * anomaly);
    return turn(280.46646 + 36000.76983 * t + centre - 0.00569 + nutation(t));
}

double moon_longitude(Instant at) {
    const double t = centuries(at);
    const double elongation = 297.8501921 + 445267.1114034 * t;
    const double sun = 357.5291092 + 35999.0502909 * t;
    const double moon = 134.9633964 + 477198.8675055 * t;
    const double latitude = 93.2720950 + 483202.0175233 * t;
    double longitude = 218.3164477 + 481267.88123421 * t + nutation(t);
    for (const Term& term : kMoonTerms)
        longitude += term.size * sine(term.elongation * elongation + term.sun * sun +
                                      term.moon * moon + term.latitude * latitude);
    return turn(longitude);
}

double ayanamsa(Instant at) { return 23.853 + 50.28 / 3600.0 * (at - kEpoch2000) / 365.25; }

Instant sun_reaches(double longitude, Instant near, bool sidereal) {
    Instant at = near;
    for (int i = 0; i < kSteps; ++i) {
        const double goal = sidereal ? longitude + ayanamsa(at) : longitude;
        at += signed_turn(goal - sun_longitude(at)) / kSunPerDay;
    }
    return at;
}

Instant moon_reaches(double elongation, Instant near) {
    Instant at = near;
    for (int i = 0; i < kSteps; ++i)
        at += signed_turn(elongation - moon_longitude(at) + sun_longitude(at)) / kMoonFromSun;
    return at;
}

Instant new_moon_before(Instant at) {
    const double elongation = turn(moon_longitude(at) - sun_longitude(at));
    const Instant moon = moon_reaches(0, at - elongation / kMoonFromSun);
    return moon > at ? moon_reaches(0, moon - kMonth) : moon;
}

}  // namespace lede::dates::sky
