#include "reading/calendar_date.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <vector>

#include "text/unicode.h"

namespace lede::reading {
namespace {

constexpr std::size_t kLongest = 200;  // no date is longer; bounds the work on odd fields

struct Day {
    int year = 0, month = 0, day = 0;
};

struct Clock {
    int hour = 0, minute = 0, second = 0;
    std::string zone;  // "Z", "+09:00" or empty
};

enum class PartKind : unsigned char { kNumber, kWord, kMark };

struct Part {
    PartKind kind;
    std::string_view text;
    int number = -1;
};

int to_number(std::string_view digits) {
    int value = -1;
    if (digits.size() > 9) return -1;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

std::vector<Part> split_parts(std::string_view text) {
    std::vector<Part> parts;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at + 1;
        if (unicode::is_ascii_digit(text[at])) {
            while (end < text.size() && unicode::is_ascii_digit(text[end])) ++end;
            const std::string_view digits = text.substr(at, end - at);
            parts.push_back({PartKind::kNumber, digits, to_number(digits)});
        } else if (unicode::is_ascii_letter(text[at])) {
            while (end < text.size() && unicode::is_ascii_letter(text[end])) ++end;
            parts.push_back({PartKind::kWord, text.substr(at, end - at)});
        } else if (!unicode::is_ascii_space(text[at])) {
            parts.push_back({PartKind::kMark, text.substr(at, 1)});
        }
        at = end;
    }
    return parts;
}

std::string lower(std::string_view word) {
    std::string out(word);
    for (char& c : out) c = unicode::ascii_lower(c);
    return out;
}

std::string two(int value) {
    std::string out = std::to_string(value);
    return out.size() < 2 ? "0" + out : out;
}

std::string write(const Day& day, const std::optional<Clock>& clock) {
    std::string out = std::to_string(day.year) + '-' + two(day.month) + '-' + two(day.day);
    if (clock)
        out += 'T' + two(clock->hour) + ':' + two(clock->minute) + ':' + two(clock->second) +
               clock->zone;
    return out;
}

// Seconds, or milliseconds, since 1970; as databases store moments.
std::optional<std::string> read_epoch(std::string_view text) {
    if (!std::ranges::all_of(text, unicode::is_ascii_digit)) return std::nullopt;
    if (text.size() != 10 && text.size() != 13) return std::nullopt;
    long long seconds = 0;
    std::from_chars(text.data(), text.data() + 10, seconds);
    const std::chrono::sys_seconds moment{std::chrono::seconds(seconds)};
    const auto midnight = std::chrono::floor<std::chrono::days>(moment);
    const std::chrono::year_month_day ymd(midnight);
    const std::chrono::hh_mm_ss time(moment - midnight);
    const Day day{int(ymd.year()), static_cast<int>(unsigned(ymd.month())),
                  static_cast<int>(unsigned(ymd.day()))};
    return write(
        day, Clock{static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
                   static_cast<int>(time.seconds().count()), "Z"});
}

// Reads the parts of one date, front to back.
class PartReader {
  public:
    PartReader(const std::vector<Part>& parts, const lexicon::Table& months,
               const lexicon::Table& zones)
        : parts_(parts), months_(months), zones_(zones) {}

    // The first place where a whole day can be read.
    std::optional<Day> day() {
        for (at_ = 0; at_ < parts_.size(); ++at_) {
            const std::size_t begin = at_;
            for (const auto form : {&PartReader::iso, &PartReader::packed, &PartReader::day_first,
                                    &PartReader::month_first, &PartReader::slashed}) {
                at_ = begin;
                const auto found = (this->*form)();
                if (!found || !is_calendar_day(found->year, found->month, found->day)) continue;
                day_begin_ = begin;
                return found;
            }
            at_ = begin;
        }
        return std::nullopt;
    }

    // The clock time after the day, or else before it; nothing if there is none. Requires: `day`
    // has found one.
    std::optional<Clock> clock() {
        for (const std::size_t end = at_ + kMostBetween; at_ <= end && !ends_moment(at_); ++at_)
            if (is_clock(at_)) return read_clock();
        for (std::size_t back = 1; back <= std::min(day_begin_, kMostBefore); ++back) {
            at_ = day_begin_ - back;
            if (!is_clock(at_)) continue;
            const auto found = read_clock();
            return at_ <= day_begin_ && at_ + kMostBetween > day_begin_ ? found : std::nullopt;
        }
        return std::nullopt;
    }

  private:
    static constexpr std::size_t kMostBetween = 4;  // parts between a day and its time
    static constexpr std::size_t kMostBefore = 12;  // and from the begin of a time to the day

    // A bar, unless the time follows it.
    bool ends_moment(std::size_t at) const { return is_mark(at, '|') && !is_clock(at + 1); }

    bool is_clock(std::size_t at) const {
        return is_number(at, 1, 2) && is_mark(at + 1, ':') && (at == 0 || !is_mark(at - 1, ':'));
    }

    std::optional<Clock> read_clock() {
        Clock clock{.hour = number(at_)};
        at_ += 2;
        if (!is_number(at_, 2, 2)) return std::nullopt;
        clock.minute = number(at_++);
        if (is_mark(at_, ':') && is_number(at_ + 1, 2, 2)) {
            clock.second = number(at_ + 1);
            at_ += 2;
            if (is_mark(at_, '.') && is_number(at_ + 1, 1, 9)) at_ += 2;
        }
        apply_half_day(clock);
        clock.zone = zone();
        if (clock.hour > 23 || clock.minute > 59 || clock.second > 60) return std::nullopt;
        return clock;
    }

    bool is_number(std::size_t at, std::size_t least, std::size_t most) const {
        return at < parts_.size() && parts_[at].kind == PartKind::kNumber &&
               parts_[at].text.size() >= least && parts_[at].text.size() <= most;
    }
    bool is_mark(std::size_t at, char mark) const {
        return at < parts_.size() && parts_[at].kind == PartKind::kMark &&
               parts_[at].text[0] == mark;
    }
    bool is_word(std::size_t at) const {
        return at < parts_.size() && parts_[at].kind == PartKind::kWord;
    }
    int number(std::size_t at) const { return parts_[at].number; }

    int month_at(std::size_t at) const {
        if (!is_word(at)) return 0;
        const std::uint32_t row = months_.find(lower(parts_[at].text));
        return row < months_.rows() ? to_number(months_.cell(row, 1)) : 0;
    }

    void skip_marks() {
        while (at_ < parts_.size() && parts_[at_].kind == PartKind::kMark &&
               std::string_view(".,/-").find(parts_[at_].text[0]) != std::string_view::npos)
            ++at_;
    }

    // "20th", "20": a day of the month.
    int day_number() {
        if (!is_number(at_, 1, 2)) return 0;
        const int value = number(at_++);
        if (is_word(at_)) {
            const std::string suffix = lower(parts_[at_].text);
            if (suffix == "st" || suffix == "nd" || suffix == "rd" || suffix == "th") ++at_;
        }
        return value;
    }

    int year_number() {
        skip_marks();
        return is_number(at_, 4, 4) ? number(at_++) : 0;
    }

    // 2019-02-20, 2019/2/20
    std::optional<Day> iso() {
        if (!is_number(at_, 4, 4)) return std::nullopt;
        for (const char mark : {'-', '/', '.'}) {
            if (!is_mark(at_ + 1, mark) || !is_mark(at_ + 3, mark)) continue;
            if (!is_number(at_ + 2, 1, 2) || !is_number(at_ + 4, 1, 2)) continue;
            const Day day{number(at_), number(at_ + 2), number(at_ + 4)};
            at_ += 5;
            return day;
        }
        return std::nullopt;
    }

    // 20190220, 20190220140500
    std::optional<Day> packed() {
        if (!is_number(at_, 8, 8) && !is_number(at_, 14, 14)) return std::nullopt;
        const std::string_view digits = parts_[at_++].text;
        return Day{to_number(digits.substr(0, 4)), to_number(digits.substr(4, 2)),
                   to_number(digits.substr(6, 2))};
    }

    // 20 February 2019, 20-Feb-2019
    std::optional<Day> day_first() {
        const int day = day_number();
        skip_marks();
        if (is_word(at_) && lower(parts_[at_].text) == "of") ++at_;
        const int month = month_at(at_);
        if (!day || !month) return std::nullopt;
        ++at_;
        return Day{year_number(), month, day};
    }

    // February 20, 2019; Feb. 20th 2019
    std::optional<Day> month_first() {
        const int month = month_at(at_);
        if (!month) return std::nullopt;
        ++at_;
        skip_marks();
        const int day = day_number();
        return Day{year_number(), month, day};
    }

    // 2/20/2019 and 20/2/2019, where one of the two can only be the day
    std::optional<Day> slashed() {
        for (const char mark : {'/', '.', '-'}) {
            if (!is_number(at_, 1, 2) || !is_mark(at_ + 1, mark) || !is_number(at_ + 2, 1, 2) ||
                !is_mark(at_ + 3, mark) || !is_number(at_ + 4, 4, 4))
                continue;
            const int first = number(at_), second = number(at_ + 2), year = number(at_ + 4);
            at_ += 5;
            // With periods the day stands first wherever they are used.
            if (mark == '.' || first > 12 || first == second) return Day{year, second, first};
            if (second > 12) return Day{year, first, second};
            return std::nullopt;
        }
        return std::nullopt;
    }

    // "pm", "p.m."
    void apply_half_day(Clock& clock) {
        if (!is_word(at_)) return;
        const std::string word = lower(parts_[at_].text);
        const bool dotted = is_mark(at_ + 1, '.') && is_word(at_ + 2);
        const bool pm = word == "pm" || (word == "p" && dotted);
        const bool am = word == "am" || (word == "a" && dotted);
        if (!am && !pm) return;
        at_ += dotted && word.size() == 1 ? 3 : 1;
        if (is_mark(at_, '.')) ++at_;
        if (pm && clock.hour < 12) clock.hour += 12;
        if (am && clock.hour == 12) clock.hour = 0;
    }

    // "Z", "EST", "+0900", "-05:00"; other names of zones are not read.
    std::string zone() {
        if (is_word(at_)) {
            const std::uint32_t row = zones_.find(lower(parts_[at_].text));
            if (row == zones_.rows()) return {};
            ++at_;
            return std::string(zones_.cell(row, 1));
        }
        const bool plus = is_mark(at_, '+');
        if (!plus && !is_mark(at_, '-')) return {};
        const std::string sign = plus ? "+" : "-";
        if (is_number(at_ + 1, 4, 4)) {
            const std::string_view digits = parts_[at_ + 1].text;
            return sign + std::string(digits.substr(0, 2)) + ':' + std::string(digits.substr(2));
        }
        if (!is_number(at_ + 1, 2, 2)) return {};
        const bool minutes = is_mark(at_ + 2, ':') && is_number(at_ + 3, 2, 2);
        return sign + std::string(parts_[at_ + 1].text) + ':' +
               (minutes ? std::string(parts_[at_ + 3].text) : "00");
    }

    const std::vector<Part>& parts_;
    const lexicon::Table& months_;
    const lexicon::Table& zones_;
    std::size_t at_ = 0;
    std::size_t day_begin_ = 0;
};

}  // namespace

bool is_calendar_day(int year, int month, int day) {
    using namespace std::chrono;
    if (year < 1000 || year > 9999 || month < 1 || day < 1) return false;
    return year_month_day(std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                          std::chrono::day(static_cast<unsigned>(day)))
        .ok();
}

std::optional<std::string> DateReader::read(std::string_view text) const {
    while (!text.empty() && unicode::is_ascii_space(text.front())) text.remove_prefix(1);
    while (!text.empty() && unicode::is_ascii_space(text.back())) text.remove_suffix(1);
    if (text.empty() || text.size() > kLongest) return std::nullopt;
    if (auto moment = read_epoch(text)) return moment;
    const std::vector<Part> parts = split_parts(text);
    PartReader reader(parts, months_, zones_);
    const auto day = reader.day();
    if (!day) return std::nullopt;
    return write(*day, reader.clock());
}

}  // namespace lede::reading
