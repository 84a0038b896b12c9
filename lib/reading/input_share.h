// InputShare: one machine's share of the inputs, when several share the work.
//
//   InputShare share({.number = 2, .of = 16});          the second of sixteen
//   share.measure(InputWalk(paths, include, exclude));
//   share.enter_file(path);   share.holds(position)     whether the record at that byte is ours
//
// The inputs, one behind the other, are cut into equal stretches of bytes; a record belongs to the
// stretch that it begins in. So shares are contiguous, and together they are the whole, in order.
// A packed file or an archive begins at one place and is never divided.
#pragma once

#include <cstdint>
#include <string>

#include "reading/input_walk.h"

namespace lede::reading {

struct ShareOptions {
    std::uint64_t number = 1;  // from 1 to `of`
    std::uint64_t of = 1;
};

class InputShare {
  public:
    explicit InputShare(ShareOptions options) : options_(options) {}

    // Adds up the sizes of all files; what is no file has none. Linear in files.
    void measure(InputWalk walk);

    // Moves on to the next file. Requires: the files in the order of `measure`.
    void enter_file(const std::string& path);

    // Whether something of the file that was entered may belong to the share.
    bool may_hold_some() const;
    // Whether what begins at this byte of the file does; `undivided` files are their begin's.
    bool holds(std::uint64_t position, bool undivided) const;
    // Whether everything from this byte of the file on belongs to later shares.
    bool is_past(std::uint64_t position, bool undivided) const;

  private:
    std::uint64_t place_of(std::uint64_t position, bool undivided) const;

    ShareOptions options_;
    std::uint64_t begin_ = 0;         // of the share, in bytes of all inputs
    std::uint64_t end_ = UINT64_MAX;  // the last share has no end
    std::uint64_t file_begin_ = 0;
    std::uint64_t file_size_ = 0;
};

}  // namespace lede::reading
