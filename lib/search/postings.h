// Postings: where each value of an attribute stands, as ascending token positions.
//
//   value 7 at 3, 130, 131   ->   differences 3 127 1, seven bits to a byte, low first
//
// A borrowed view of bytes that `append_postings` made.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "search/packed_ids.h"

namespace lede::search {

class GuardedFile;

class Postings {
  public:
    Postings() = default;
    // `offsets` has one more than there are values.
    Postings(PackedIds counts, PackedIds offsets, const char* bytes, const GuardedFile* file)
        : counts_(counts), offsets_(offsets), bytes_(bytes), file_(file) {}

    std::uint32_t values() const { return counts_.size(); }
    std::uint32_t count(std::uint32_t value) const { return counts_[value]; }
    // Adds the positions of the value, ascending, to `positions`.
    void append(std::uint32_t value, std::vector<std::uint32_t>& positions) const;

  private:
    PackedIds counts_;
    PackedIds offsets_;
    const char* bytes_ = nullptr;
    const GuardedFile* file_ = nullptr;
};

// The three parts of postings as they are stored.
struct PostingsBytes {
    std::vector<std::uint32_t> counts;
    std::vector<std::uint32_t> offsets;
    std::string bytes;
};

// `ids` are the values of all tokens, each below `values`. Linear, by counting.
PostingsBytes make_postings(const std::vector<std::uint32_t>& ids, std::uint32_t values);

}  // namespace lede::search
