// DuplicateFinder: articles in order, and for each the earlier one that it is a copy of.
//
//   DuplicateFinder finder;
//   finder.add(fingerprint_of(article)) -> {original: 17, similarity: 0.94, exact: false}
//
// Articles are numbered from 0 in the order of `add`. One that copies no earlier one is an
// original; copies are compared with originals only, so that a group is an original and its copies,
// and a series of notes, each much like the one before, does not run together.
//
// Locality sensitive hashing (Indyk and Motwani 1998): an original is found when two neighbouring
// rows of its fingerprint agree, in any of 48 places. Each article costs a fixed number of
// look-ups, whatever the number before it: the whole is linear. It is a copy if the two share 30 %
// of the triples, and `least` of the words of the one that has fewer. Memory: at most 1000 bytes
// for each original, nothing for a copy.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "duplicates/fingerprint.h"

namespace lede::duplicates {

// Between copies with 15 % of their words changed and cut short (nearly all above 0.83) and
// releases of one form that share half of theirs (nearly all below 0.75).
inline constexpr double kLeastSimilarity = 0.8;

struct Match {
    std::uint32_t original = 0;  // number of the article
    double similarity = 0;       // `least` to 1: Likeness::words
    bool exact = false;          // the same words
};

class DuplicateFinder {
  public:
    // `least` similarity of a copy, from 0 to 1.
    explicit DuplicateFinder(double least = kLeastSimilarity);

    // What the article copies: the most similar original, of several the first; or nothing.
    // Requires: fewer than 2^32 - 1 articles.
    std::optional<Match> add(const Fingerprint& print);

    std::uint32_t size() const { return size_; }
    // Of everything that is kept.
    std::size_t memory_bytes() const;

  private:
    static constexpr std::size_t kBands = kRows / 2;
    static constexpr std::uint32_t kBlock = 256;

    struct Original {
        Fingerprint print;
        std::uint32_t number;  // of the article
    };
    // Originals by the rows of one band: open addressing, one place for each key.
    struct Band {
        std::vector<std::uint32_t> slots;  // of an original, plus 1; 0: free
        std::uint32_t used = 0;
    };

    std::uint32_t key_of(const Fingerprint& print, std::size_t band) const;
    std::size_t place_of(const Band& band, std::size_t number, std::uint32_t key) const;
    const Original* most_similar(const Fingerprint& print, Likeness& alike) const;
    void insert(std::size_t number, std::uint32_t index);
    void grow(std::size_t number);

    const Original& original(std::uint32_t index) const {
        return blocks_[index / kBlock][index % kBlock];
    }

    double least_;
    std::uint32_t size_ = 0;
    std::uint32_t originals_ = 0;
    std::vector<std::vector<Original>> blocks_;  // of originals, kBlock in each: none ever moves
    std::vector<Band> bands_;
};

}  // namespace lede::duplicates
