// Timex: one temporal expression with its TIMEX3 value and the days it denotes.
//
//   DCT 2019-02-20, "Feb. 27" -> {DATE, "2019-02-27", from 2019-02-27, to 2019-02-27}
//   TIMEX3: ISO-TimeML, ISO 24617-1:2012.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "model/annotation.h"

namespace lede {

enum class TimexType : std::uint8_t { kDate, kTime, kDuration, kSet };

inline constexpr std::array<std::string_view, 4> kTimexTypeNames = {"DATE", "TIME", "DURATION",
                                                                    "SET"};
constexpr std::string_view name_of(TimexType type) {
    return kTimexTypeNames[static_cast<std::size_t>(type)];
}

struct Timex {
    Place place;
    TimexType type = TimexType::kDate;
    std::string value;  // "2019-02-27", "2019-W08", "199", "P2Y", "PAST_REF", …
    std::string mod;    // START MID END APPROX BEFORE AFTER LESS_THAN MORE_THAN …; empty: none
    std::string quant;  // SET: "EVERY", "EACH"
    std::string freq;   // SET: "2X"
    std::string zone;   // "Z", "-05:00", "America/New_York" or as written; empty: none
    // The calendar days it denotes, inclusive, after `mod`; an open end is absent.
    std::optional<std::chrono::year_month_day> from;
    std::optional<std::chrono::year_month_day> to;
    bool invalid = false;    // no such day: "Feb. 29, 2015"
    bool ambiguous = false;  // "03/04/19"
    friend bool operator==(const Timex&, const Timex&) = default;
};

}  // namespace lede
