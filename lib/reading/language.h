// Which language a text is in, by CLD2 (Google's Compact Language Detector 2).
//
//   identify_language("Les ministres se sont réunis vendredi …", "") -> "fr"
//
// Text that is too short to tell (under 24 letters, all of them ASCII) is taken for what the page
// declares, else for English, so that a caption is not lost for being short. A text of which two
// fifths are English is English: the rest may be names.
#pragma once

#include <string>
#include <string_view>

namespace lede::reading {

// A BCP 47 primary tag. `declared`: "en-US" of a
// page or header, or empty. Reads at most the first 4 KiB. Requires: valid UTF-8.
std::string identify_language(std::string_view text, std::string_view declared);

// "en" of "en-US", "en_GB" and "EN".
std::string primary_tag(std::string_view tag);

}  // namespace lede::reading
