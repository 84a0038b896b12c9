// Output: the one checked way out for results, to standard output or to a file.
//
//   Output output("records.jsonl");      appears under that name when it is whole
//   output.write(bytes);
//   output.finish();
//
// A file is written without a name where the file system can do that (O_TMPFILE), so that nothing
// is left of it however the program ends; elsewhere beside, as records.jsonl.part. What is there
// and is no regular file (a device, a named pipe) is written as it is. A name that ends in .gz,
// .zst, .xz or .bz2 gets packed bytes.
//
// Every write and the final close are checked: a full disk or a closed output throws OutputError,
// a reader that went away throws BrokenPipe. Not for use from several threads at once.
#pragma once

#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

#include "writing/packer.h"
#include "writing/part_sink.h"

namespace lede::writing {

class OutputError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

// The reader of a pipe has what it wanted; the run should end without a word.
class BrokenPipe : public std::exception {};

class Output : public PartSink {
  public:
    // "-" or "" is standard output. With `durable`, the bytes are on the disk before the file has
    // its name, so that no failure of power leaves an empty one. Throws OutputError when the file
    // cannot be made.
    explicit Output(const std::string& path, bool durable = false);
    ~Output() override;

    // Buffered up to 64 KiB.
    void write(std::string_view bytes) override;
    // Hands everything to the system now: for people at a terminal and for co-processes. Packed
    // bytes follow when there are enough of them.
    void flush() override;
    // Flushes, closes and puts the file in its place.
    void finish() override;

  private:
    void open_file();
    void put_in_place();
    void write_out(std::string_view bytes);
    void write_all(std::string_view bytes);
    [[noreturn]] void fail(const char* doing) const;

    std::string path_;  // "" is standard output
    std::string part_;  // name until it is whole; "" while it has none
    bool durable_ = false;
    bool unnamed_ = false;  // has no name yet
    int descriptor_ = -1;   // -1: finished
    std::string buffer_;
    std::unique_ptr<Packer> packer_;  // none: bytes go out as they are
    std::string packed_;
};

}  // namespace lede::writing
