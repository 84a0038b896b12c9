// What must not matter does not: where an expression stands, its case, its spaces and apostrophes,
// what comes after it, and how long the text is.
#include <catch2/catch.hpp>

#include <cctype>
#include <chrono>
#include <string>

#include "dates/date_reading.h"

using namespace lede;

namespace {

const char* const kExpressions[] = {
    "February 20, 2019", "Feb. 27",       "last week",        "two years ago",       "the 1990s",
    "next Friday",       "15:30 GMT",     "the 19th century", "New Year's Day 2018", "three weeks",
    "every Monday",      "3 p.m. Monday", "the end of 2018",  "yesterday morning"};

std::string only_value(const test::DateReading& reading, const std::string& text) {
    const std::vector<Timex> found = reading.find(text);
    return found.size() == 1 ? found[0].value : std::to_string(found.size()) + " dates";
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos;
         at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

std::string with_case(std::string text, int (*change)(int)) {
    for (char& c : text) c = static_cast<char>(change(static_cast<unsigned char>(c)));
    return text;
}

}  // namespace

TEST_CASE("surroundings, case, spaces and apostrophes change no value") {
    const test::DateReading reading;
    for (const std::string expression : kExpressions) {
        const std::string sentence = "It was said that " + expression + " in the capital.";
        const std::string value = only_value(reading, sentence);
        INFO(expression << " = " << value);
        CHECK(value.find("dates") == std::string::npos);
        CHECK(only_value(reading, "He was there: " + expression + ", she said.") == value);
        CHECK(only_value(reading, sentence + " Nobody replied.") == value);
        CHECK(only_value(reading, with_case(sentence, std::toupper)) == value);
        CHECK(only_value(reading, with_case(sentence, std::tolower)) == value);
        CHECK(only_value(reading, replaced(sentence, " ", "\xC2\xA0")) == value);
        CHECK(only_value(reading, replaced(sentence, "'", "\xE2\x80\x99")) == value);
    }
}

TEST_CASE("a publication time changes no day") {
    const test::DateReading by_day({}, "2019-02-20");
    const test::DateReading by_time({}, "2019-02-20T14:05:00Z");
    for (const std::string expression : kExpressions) {
        const std::string sentence = "It was said that " + expression + " in the capital.";
        CHECK(only_value(by_day, sentence) == only_value(by_time, sentence));
    }
}

TEST_CASE("a text of nothing but date words takes time in proportion to its length") {
    const test::DateReading reading;
    for (const std::string piece :
         {"2019 ", "may ", "the the first of of ", "the first half ", "1/2/3/", "and a half "}) {
        const auto seconds_for = [&](std::size_t bytes) {
            std::string text;
            while (text.size() < bytes) text += piece;
            const auto begin = std::chrono::steady_clock::now();
            reading.find(text);
            return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
        };
        INFO(piece);
        const double small = seconds_for(50'000);
        CHECK(seconds_for(400'000) < 40 * small + 0.5);
    }
}
