// Bylines: the names in "By Ann Lee and Bo Berg, Associated Press".
//
//   reader.read("By ANN LEE and Bo de Berg, AP")   -> "ANN LEE, Bo de Berg"
//   reader.read("By then, the talks had ended")    -> nothing
//   reader.names("Ann Lee | Senior Writer")        -> "Ann Lee"       no "By" asked for
//
// Not a finder of persons: it reads lines that are bylines, and metadata fields.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "lexicon/lexicon.h"

namespace lede::reading {

class BylineReader {
  public:
    explicit BylineReader(const Lexicon& lexicon) : words_(lexicon.table("reading/byline_words")) {}

    // The names, joined by ", ", of a line that begins with "By" and is short; nothing if what
    // follows does not look like names.
    std::optional<std::string> read(std::string_view line) const;

    // The names at the front of a string that is known to hold authors; empty if there are none.
    std::string names(std::string_view text) const;

    // True if a word of an outlet or a job stands in it, "Harbour Staff Writers", and nothing in
    // small letters.
    bool is_affiliation(std::string_view text) const;

  private:
    std::string_view role(std::string_view word) const;

    lexicon::Table words_;
};

}  // namespace lede::reading
