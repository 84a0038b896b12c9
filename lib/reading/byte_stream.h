// ByteStream: bytes in order, once, from a file, standard input or a decoder above another stream.
//
//   auto stream = open_file("corpus/a.txt");      nullptr if it cannot be opened
//   stream->read(buffer, size)                    how many bytes came; 0 at the end
//
// A stream that breaks off before its end says so in `error()` after `read` has returned 0: what
// came before is still good.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace lede::reading {

class ByteStream {
  public:
    virtual ~ByteStream() = default;

    // Reads up to `size` bytes into `out`; 0 at the end or after an error.
    // Requires: size > 0.
    virtual std::size_t read(char* out, std::size_t size) = 0;

    // Why the stream ended too early; empty while it did not.
    virtual std::string_view error() const { return {}; }
};

// The file's bytes, or those of standard input for "-"; nullptr and `why` if it cannot be opened
// or is a directory.
std::unique_ptr<ByteStream> open_file(const std::string& path, std::string& why);

// The bytes of a string, for tests and for members that are in memory already.
std::unique_ptr<ByteStream> open_string(std::string bytes);

}  // namespace lede::reading
