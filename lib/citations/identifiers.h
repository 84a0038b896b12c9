// Identifiers: paths in the manner of USLM, from a work and what is cited inside it.
//
//   level_path(Grammar::kUsc, section 9241 (a)(1))  ->  "/s9241/a/1"
//   url_of("/us/usc/t22/s9241/a/1")  ->  "https://www.law.cornell.edu/uscode/text/22/9241#a_1"
//
// USLM User Guide, section 12; for other jurisdictions the same grammar with the official tail
// (legislation.gov.uk, ELI). All dashes become "-".
#pragma once

#include <string>
#include <string_view>

#include "citations/atoms.h"

namespace lede::citations {

// One end of an item: its number and subdivisions, as the text has them.
struct LawPlace {
    Level level = Level::kSection;
    std::string_view number;
    std::string_view subs;
};

// A name as a step of a path: "Health and Safety Code" is "health-and-safety-code".
std::string slug_of(std::string_view name);

// Appends the steps below the work.
void append_level(Grammar grammar, const LawPlace& place, std::string& path);

// Identifier of the whole instrument: "/us/usc/t22" of "/us/usc/t22/s9241".
std::string work_of(std::string_view id);

// Where a person can read it; "" if no stable address is known.
std::string url_of(std::string_view id);

}  // namespace lede::citations
