// CopyNotes: names in the records of copies the article that they copy (--same-as).
//
//   {"lede":…,"id":"b.txt",…}   ->   {"lede":…,"id":"b.txt",…,"same_as":"a.txt","similarity":0.94}
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>

#include "duplicates/duplicate_finder.h"

namespace lede::tools {

class CopyNotes {
  public:
    // Adds the keys to `record`, one line of JSON, if the article copies an earlier one.
    // Requires: articles in the order of the run.
    void note(const duplicates::Fingerprint& print, std::string& record);

  private:
    duplicates::DuplicateFinder finder_;
    std::unordered_map<std::uint32_t, std::string> ids_;  // of the originals, as JSON
};

}  // namespace lede::tools
