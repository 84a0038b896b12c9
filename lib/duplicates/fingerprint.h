// Fingerprint: what an article says, in 208 bytes, so that near copies can be told.
//
//   const Fingerprint a = fingerprint_of(article), b = fingerprint_of(other);
//   similarity(a, b) -> 0.94      the share of the shorter one's word triples that the other has
//
// MinHash (Broder, "On the resemblance and containment of documents", 1997) over triples of words
// of the body: case, marks, headline, byline and boilerplate do not count. It does not tell a copy
// from a source, and knows no synonyms.
#pragma once

#include <array>
#include <cstdint>

#include "model/article.h"

namespace lede::duplicates {

inline constexpr std::size_t kRows = 96;

struct Fingerprint {
    // Of the smallest hash of all triples under each of many permutations.
    std::array<std::uint16_t, kRows> rows{};
    std::uint32_t triples = 0;  // distinct ones; 0: no words
    std::uint32_t words = 0;
    std::uint64_t exact = 0;  // the same for bodies of the same words

    friend bool operator==(const Fingerprint&, const Fingerprint&) = default;
};

// Linear; safe from many threads.
Fingerprint fingerprint_of(const Article& article);

// 0 to 1, with a standard error of about 0.05; 1 for the same words. Below a resemblance of 0.15 it
// says little and is 0.
double similarity(const Fingerprint& a, const Fingerprint& b);

}  // namespace lede::duplicates
