// Full lower-casing of words, for counts and searches that must equal those of other tools.
//
//   "KIM’S ÉLAN"  ->  "kim’s élan"        "ΟΔΟΣ" -> "οδος" with final ς
//
// This is Unicode's toLowercase without a locale's tailoring (Unicode 15, chapter 3.13, R2), which
// changes nothing but case. For lookup keys use `unicode::fold`.
#pragma once

#include <string>
#include <string_view>

namespace lede {

// Replaces the content of `out`, so that a loop can reuse one buffer. Linear. Broken bytes become
// U+FFFD.
void lower_into(std::string_view text, std::string& out);
std::string lower_case(std::string_view text);

}  // namespace lede
