// Zones: what a record says of the time zone that an expression names.
//
//   "8 a.m. EST" -> "-05:00"    "3 p.m. Eastern" -> "America/New_York"    "T15:30+01:00" ->
//   "+01:00"
//
// The value of a time stays as it was said: no zone is converted into another.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "lexicon/lexicon.h"

namespace lede::dates {

class Zones {
  public:
    explicit Zones(const Lexicon& lexicon);

    // Of a meaning's zone field; empty where that is not set.
    std::string name_of(std::int32_t zone) const;

  private:
    std::vector<std::string> names_;  // by row of data/dates/zones.tsv
};

}  // namespace lede::dates
