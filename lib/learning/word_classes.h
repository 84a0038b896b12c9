// WordClasses: a class number for each word of a large vocabulary, read in place.
//
//   WordClasses clusters(lexicon.file("learning/clusters.bin"));
//   clusters.find(hash_bytes("senator"))   -> 412       words used alike share a class
//   clusters.find(hash_bytes("qzxv"))      -> 0         unknown
//
// Words are known by their hash only: 16 bits of it tell a word from its bucket mates, so one in
// about 20,000 unknown words is taken for a known one. Callers agree with the maker of the table
// on how words are folded before hashing.
//
// File: "WCL1", u32 buckets, u32 begin of each bucket (buckets + 1), {u16 check, u16 class}
// entries.
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lede::learning {

class WordClasses {
  public:
    WordClasses() = default;
    // Requires: `bytes` outlive the object. Throws std::runtime_error if they are no such table.
    explicit WordClasses(std::string_view bytes);

    // The class of the word with this hash, from 1; 0 if it is unknown. Two cache lines.
    std::uint16_t find(std::uint64_t hash) const {
        if (buckets_ == 0) return 0;
        const std::uint64_t bucket = ((hash >> 32U) * buckets_) >> 32U;
        std::uint32_t range[2];
        std::memcpy(range, index_ + 4 * bucket, sizeof range);
        const auto check = static_cast<std::uint16_t>(hash);
        for (std::uint32_t at = range[0]; at < range[1]; ++at) {
            std::uint16_t entry[2];
            std::memcpy(entry, entries_ + 4 * std::size_t{at}, sizeof entry);
            if (entry[0] == check) return entry[1];
        }
        return 0;
    }

  private:
    const char* index_ = nullptr;
    const char* entries_ = nullptr;
    std::uint64_t buckets_ = 0;
};

// The bytes for WordClasses, from pairs of hash and class (1 to 65,535). Requires: distinct hashes.
std::string make_word_classes(std::vector<std::pair<std::uint64_t, std::uint16_t>> words);

}  // namespace lede::learning
