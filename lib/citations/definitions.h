// Definitions: names that a text gives to a law for its own use.
//
//   "… Enhancement Act of 2016 (NKSPEA)"      NKSPEA is that act from here on
//   "the Securities Act of 1933 (“the Act”)"  so is "the Act"
//
// Kept per document, at most 32; found again by the scanner as it goes.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace lede::citations {

class Definitions {
  public:
    struct Name {
        std::string_view text;   // of the article
        std::uint32_t base = 0;  // index into Atoms::bases
    };

    // Reads a definition that may follow the base's name at `at`. Returns where the scan goes on:
    // behind the definition, or `at`.
    std::uint32_t read(std::string_view text, std::uint32_t at, std::uint32_t base);

    // Whether a defined name may begin with this byte.
    bool may_begin(char first) const {
        const auto byte = static_cast<unsigned char>(first);
        return begins_[byte / 64] >> (byte % 64) & 1;
    }

    // The longest defined name at `at` that ends at a word's end; nullptr if there is none.
    const Name* match(std::string_view text, std::uint32_t at) const;

  private:
    void add(std::string_view name, std::uint32_t base);

    std::vector<Name> names_;
    std::array<std::uint64_t, 4> begins_{};
};

}  // namespace lede::citations
