// ByteWindow: the part of a stream that is being looked at; it slides forward.
//
//   ByteWindow window(std::move(stream));
//   window.fill(4096)           the next bytes, at least 4096 of them unless the stream ends
//   window.drop(17)             17 bytes are done with
//
// Memory is the largest stretch ever asked for, plus one chunk.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "reading/byte_stream.h"

namespace lede::reading {

class ByteWindow {
  public:
    // `by_line`: for a writer that waits for answers; whoever wants more than it wrote gets whole
    // lines.
    explicit ByteWindow(std::unique_ptr<ByteStream> stream, bool by_line = false)
        : stream_(std::move(stream)), by_line_(by_line) {}

    // The bytes at hand; valid until the next call of `fill`, `grow` or `drop`.
    std::string_view view() const { return std::string_view(buffer_).substr(begin_); }

    // Reads until `size` bytes are at hand or the stream ends; by line, also until a line does.
    std::string_view fill(std::size_t size);

    // Reads one chunk more; false at the end of the stream.
    bool grow();

    // Requires: count <= view().size().
    void drop(std::size_t count);

    // Byte offset of view().begin() in the stream.
    std::uint64_t position() const { return position_; }

    std::string_view error() const { return stream_->error(); }

  private:
    std::unique_ptr<ByteStream> stream_;
    bool by_line_;
    std::string buffer_;
    std::size_t begin_ = 0;
    std::uint64_t position_ = 0;
};

}  // namespace lede::reading
