// Quote speakers: whether a record names the speaker that gold names.
//
//   same_head("Sen. Ted Cruz, R-Texas", "Cruz") -> true      same_name("Donald
//   Trump", "Trump") -> true
#pragma once

#include <string_view>

namespace lede::evaluation {

// Whether two speakers have the same head word, or the head of one is among the
// few words of the other. A head is the last word before a comma, a bracket, a
// dash or a preposition.
bool same_head(std::string_view gold, std::string_view system);

// Whether one name's words, without titles, are among the other's, or surname
// and initial agree.
bool same_name(std::string_view gold, std::string_view system);

}  // namespace lede::evaluation
