// Postings: where each value of an attribute stands, as ascending token positions.
//
//   value 7 at 3, 130, 131   ->   gaps 3 126 0, each as quotient in unary and remainder in k bits
//
// Rice's code (1971), k from how often the value stands among all tokens: about log2 of the mean
// gap and one and a half bits for each place, which is within a tenth of what is possible where
// words fall at random. A borrowed view of bytes that `make_postings` made.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "search/packed_ids.h"

namespace lede::search {

class GuardedFile;

class Postings {
  public:
    // What stands beside the lists.
    struct Parts {
        PackedIds counts;      // by value
        PackedIds offsets;     // one more than there are values
        const char* bytes;     // kPackedPadding more than the last offset says
        std::uint64_t size;    // of them, without the padding
        std::uint32_t tokens;  // of the whole table
    };

    Postings() = default;
    Postings(const Parts& parts, const GuardedFile* file) : parts_(parts), file_(file) {}

    std::uint32_t values() const { return parts_.counts.size(); }
    std::uint32_t count(std::uint32_t value) const { return parts_.counts[value]; }
    // Adds the positions of the value, ascending, to `positions`; no more than `most` of them.
    void append(std::uint32_t value, std::vector<std::uint32_t>& positions,
                std::uint32_t most = 0xFFFFFFFF) const;

  private:
    Parts parts_{};
    const GuardedFile* file_ = nullptr;
};

// The three parts of postings as they are stored.
struct PostingsBytes {
    std::vector<std::uint32_t> counts;
    std::vector<std::uint32_t> offsets;
    std::string bytes;
};

// `ids` are the values of all tokens, each below `values`. Linear, by counting.
PostingsBytes make_postings(const PackedIds& ids, std::uint32_t values);

}  // namespace lede::search
