// Where the name of a law begins and ends around the noun that gives it away.
//
//   "under the Police, Crime, Sentencing and Courts [Act] 2022"
//   name_before("Act") -> begin at "Police"      name_tail("Act") -> year 2022, British form
//
// A name is read backwards over capitalised words and the small words inside names; the words
// where it must stop are in data/citations/name_words.tsv. At most 24 words are read.
#pragma once

#include <cstdint>
#include <string_view>

#include "citations/scanner.h"

namespace lede::citations {

struct NameBegin {
    std::uint32_t begin = 0;  // the head's own begin if there is no name
    unsigned words = 0;       // capitalised words before the head
    bool trap = false;        // "Sister Act"
};

NameBegin name_before(const Scan& scan, std::uint32_t head);

struct NameTail {
    std::uint32_t end = 0;  // behind the year, or where the head ended
    unsigned year = 0;
    bool british = false;  // "Act 1998": no comma, no "of"
};

// Reads "(Scotland)", "of 1964", ", 2016", "1998", "for Fiscal Year 2018" behind a head.
NameTail name_tail(std::string_view text, std::uint32_t head_end);

// Reads "on the Rights of the Child" behind "Convention"; returns the end, or `head_end`.
std::uint32_t name_forward(const Scan& scan, std::uint32_t head_end);

// The country or state whose name, adjective or possessive ends before `end`.
struct PlaceBefore {
    std::uint32_t begin = 0;
    std::string_view code;  // "ru", "us-fl"; empty: none
    bool adjective = false;
    bool possessive = false;
};
PlaceBefore place_before(const Scan& scan, std::uint32_t end);

// Whether a longer name goes on behind a short one: "Obamacare [Repeal Act]".
bool longer_name_follows(std::string_view text, std::uint32_t end);

// The country, or the state of the United States, that the text has named most often in the few
// hundred bytes before `at`; the latest of several; "" if none. Costs that window: call it only for
// what a text says rarely.
enum class PlaceSort : std::uint8_t { kCountry, kState };
std::string_view place_near(const Scan& scan, std::uint32_t at, PlaceSort sort);

}  // namespace lede::citations
