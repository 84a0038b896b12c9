#include "dates/holidays.h"

#include <charconv>
#include <stdexcept>
#include <string>
#include <string_view>

#include "dates/moon_calendars.h"

namespace lede::dates {
namespace {

using std::chrono::days;

std::vector<int> read_numbers(std::string_view cell) {
    std::vector<int> numbers;
    const char* at = cell.data();
    const char* const end = at + cell.size();
    while (at < end) {
        int number = 0;
        const auto [next, error] = std::from_chars(at, end, number);
        if (error != std::errc{})
            throw std::runtime_error("data/dates/holidays.tsv: no numbers: " + std::string(cell));
        numbers.push_back(number);
        at = next == end ? end : next + 1;
    }
    return numbers;
}

// The n-th such weekday after `day`, or before it where n is negative.
sys_days weekday_after(sys_days day, int weekday, int n) {
    if (n > 0) {
        const int ahead = (weekday - weekday_of(day) + 6) % 7 + 1;
        return day + days(ahead + 7 * (n - 1));
    }
    const int behind = (weekday_of(day) - weekday + 6) % 7 + 1;
    return day - days(behind + 7 * (-n - 1));
}

}  // namespace

Holidays::Holidays(const Lexicon& lexicon) {
    const lexicon::Table table = lexicon.table("dates/holidays");
    constexpr std::pair<std::string_view, std::pair<Kind, std::size_t>> kKinds[] = {
        {"fixed", {Kind::kFixed, 2}},
        {"nth", {Kind::kNth, 3}},
        {"after", {Kind::kAfter, 4}},
        {"easter", {Kind::kEaster, 1}},
        {"orthodox", {Kind::kOrthodox, 1}},
        {"once", {Kind::kOnce, 3}},
        {"observed", {Kind::kObserved, 4}},
        {"chinese", {Kind::kChinese, 2}},
        {"hindu", {Kind::kHindu, 4}},
        {"indian", {Kind::kIndian, 2}},
        {"islamic", {Kind::kIslamic, 2}},
        {"islamic-last", {Kind::kIslamicLast, 2}},
        {"quadrennial", {Kind::kQuadrennial, 3}},
        {"hebrew", {Kind::kHebrew, 2}},
        {"sun", {Kind::kSun, 1}},
        {"parsi", {Kind::kParsi, 3}}};
    for (std::uint32_t row = 0; row < table.rows(); ++row) {
        const std::string_view name = table.cell(row, table.column("rule"));
        Rule rule{Kind::kFixed, read_numbers(table.cell(row, table.column("numbers")))};
        bool known = false;
        for (const auto& [kind_name, kind] : kKinds) {
            if (kind_name != name || rule.numbers.size() < kind.second) continue;
            rule.kind = kind.first;
            known = true;
        }
        if (!known) throw std::runtime_error("data/dates/holidays.tsv: rule " + std::string(name));
        rule.days = read_numbers(table.cell(row, table.column("days"))).at(0);
        rules_.push_back(std::move(rule));
    }
}

sys_days Holidays::day_of(std::int32_t row, int year) const {
    const Rule& rule = rules_[static_cast<std::size_t>(row)];
    const std::vector<int>& n = rule.numbers;
    switch (rule.kind) {
        case Kind::kFixed:
            return make_day(year, n[0], n[1]);
        case Kind::kQuadrennial:
            year += (4 - ((year % 4) + 4) % 4) % 4;
            for (std::size_t i = 3; i + 2 < n.size(); i += 3)
                if (n[i] == year) return make_day(year, n[i + 1], n[i + 2]);
            [[fallthrough]];
        case Kind::kNth:
            return n[2] > 0 ? weekday_after(make_day(year, n[0], 1) - days(1), n[1], n[2])
                            : weekday_after(make_day(year, n[0], 31) + days(1), n[1], n[2]);
        case Kind::kAfter:
            return weekday_after(make_day(year, n[0], n[1]), n[2], n[3]);
        case Kind::kEaster:
            return easter(year) + days(n[0]);
        case Kind::kOrthodox:
            return orthodox_easter(year) + days(n[0]);
        case Kind::kOnce:
            return make_day(n[0], n[1], n[2]);
        case Kind::kObserved: {
            const sys_days day = make_day(year, n[0], n[1]);
            if (weekday_of(day) == 5 && n.size() > 4) return day + days(n[4]);
            return day + days(weekday_of(day) == 6 ? n[2] : weekday_of(day) == 7 ? n[3] : 0);
        }
        case Kind::kChinese:
            return chinese_day(year, n[0], n[1]);
        case Kind::kHindu:
            return hindu_day(year, n[0], n[1], n[2]) + days(n[3]);
        case Kind::kIndian:
            return indian_solar_day(year, n[0]) + days(n[1]);
        case Kind::kIslamic:
            return islamic_day(year, n[0], n[1]);
        case Kind::kIslamicLast:
            return weekday_after(islamic_day(year, n[0] % 12 + 1, 1), n[1], -1);
        case Kind::kHebrew:
            return hebrew_day(year, n[0], static_cast<HebrewShift>(n[1]));
        case Kind::kSun:
            return solar_day(year, n[0]);
        case Kind::kParsi:
            return make_day(n[0], n[1], n[2]) + days(365 * (year - n[0]));
    }
    return {};
}

std::optional<int> Holidays::year_said(std::int32_t row) const {
    const Rule& rule = rules_[static_cast<std::size_t>(row)];
    if (rule.kind != Kind::kOnce) return std::nullopt;
    return rule.numbers[0];
}

bool Holidays::begins_on_eve(std::int32_t row) const {
    return rules_[static_cast<std::size_t>(row)].kind == Kind::kHebrew;
}

int Holidays::days_of(std::int32_t row) const { return rules_[static_cast<std::size_t>(row)].days; }

}  // namespace lede::dates
