// Days from and to of the dates in GUM's documents, where the shared corpora are at hand.
#include <simdjson.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <string>

#include "dates/date_reading.h"

using namespace lede;

namespace {

std::filesystem::path gum_file() {
    const char* corpora = std::getenv("LEDE_CORPORA");
    const std::filesystem::path root =
        corpora ? corpora : std::filesystem::path(LEDE_SOURCE_DIR) / "../shared/corpora";
    return root / "timex/gum/gum_dates.jsonl";
}

std::string text_of(simdjson::dom::element record, const char* key) {
    std::string_view value;
    if (record[key].get(value) != simdjson::SUCCESS) return {};
    return std::string(value);
}

std::string iso(const std::optional<std::chrono::year_month_day>& day) {
    if (!day) return {};
    char buffer[16];
    std::snprintf(buffer, sizeof buffer, "%04d-%02u-%02u", static_cast<int>(day->year()),
                  static_cast<unsigned>(day->month()), static_cast<unsigned>(day->day()));
    return buffer;
}

}  // namespace

TEST_CASE("nine of ten whole days of GUM are found, and most lie where people put them") {
    if (!std::filesystem::exists(gum_file())) {
        WARN("skipped: no " << gum_file());
        return;
    }
    std::size_t gold = 0, found = 0, right = 0;
    simdjson::dom::parser parser;
    simdjson::dom::document_stream records = parser.load_many(gum_file().string(), 4 << 20);
    for (const simdjson::dom::element record : records) {
        const test::DateReading reading({}, text_of(record, "dct"));
        const std::vector<Timex> dates = reading.find(text_of(record, "text"));
        for (const simdjson::dom::element date : record["dates"].get_array()) {
            const std::string when = text_of(date, "when");
            if (when.size() != 10) continue;
            const auto begin = static_cast<std::uint32_t>(date["begin"].get_uint64().value());
            const auto end = static_cast<std::uint32_t>(date["end"].get_uint64().value());
            ++gold;
            bool hit = false, same = false;
            for (const Timex& timex : dates) {
                if (!timex.place.span.overlaps({begin, end})) continue;
                hit = true;
                same = same || (iso(timex.from) == when && iso(timex.to) == when);
            }
            found += hit;
            right += same;
        }
    }
    INFO("gold " << gold << ", found " << found << ", right " << right);
    CHECK(found * 10 >= gold * 9);
    CHECK(right * 10 >= gold * 8);
}
