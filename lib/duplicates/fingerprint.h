// Fingerprint: what an article says, in 472 bytes, so that near copies can be told.
//
//   const Fingerprint a = fingerprint_of(article), b = fingerprint_of(other);
//   likeness(a, b) -> {words: 0.94, triples: 0.87}    shares of the shorter one that the other has
//
// Two sketches of the body (Broder, "On the resemblance and containment of documents", 1997): the
// least hash of its triples of words under each of many permutations, and the least hashes of its
// words. Triples find what may be a copy; words tell it from what was filled into the same form: a
// change here and there breaks many triples but few words, where a form's other half has other
// words. Case, marks, headline, byline and boilerplate do not count. It does not tell a copy from a
// source, and knows no synonyms.
#pragma once

#include <array>
#include <cstdint>

#include "model/article.h"

namespace lede::duplicates {

inline constexpr std::size_t kRows = 96;
inline constexpr std::size_t kSample = 128;

struct Fingerprint {
    // Of the smallest hash of all triples under each of many permutations.
    std::array<std::uint16_t, kRows> rows{};
    // The smallest hashes of all words, each once, ascending: of a short article all it has.
    std::array<std::uint16_t, kSample> sample{};
    std::uint32_t sampled = 0;  // how many of `sample` are set
    std::uint32_t triples = 0;  // distinct ones; 0: no words
    std::uint32_t words = 0;
    std::uint64_t exact = 0;  // the same for bodies of the same words

    friend bool operator==(const Fingerprint&, const Fingerprint&) = default;
};

// Linear; safe from many threads.
Fingerprint fingerprint_of(const Article& article);

// What two articles have in common, from 0 to 1; both 1 for the same words.
struct Likeness {
    double words = 0;    // of the distinct words of the one that has fewer; standard error 0.03
    double triples = 0;  // of its triples; standard error 0.07, and 0 if few are shared
};
Likeness likeness(const Fingerprint& a, const Fingerprint& b);

}  // namespace lede::duplicates
