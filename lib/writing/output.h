// Output: the one checked way out for results, to standard output or to a file.
//
//   Output output("records.jsonl");      written beside as records.jsonl.part, then renamed
//   output.write(bytes);
//   output.finish();                     without it the part file is removed: no half file stays
//
// Every write and the final close are checked: a full disk or a closed output throws OutputError,
// a reader that went away throws BrokenPipe. Not for use from several threads at once.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

namespace lede::writing {

class OutputError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

// The reader of a pipe has what it wanted; the run should end without a word.
class BrokenPipe : public std::exception {};

class Output {
  public:
    // "-" or "" is standard output. Throws OutputError when the file cannot be made.
    explicit Output(const std::string& path);
    ~Output();
    Output(const Output&) = delete;
    Output& operator=(const Output&) = delete;

    // Buffered up to 64 KiB.
    void write(std::string_view bytes);
    // Hands everything to the system now: for people at a terminal and for co-processes.
    void flush();
    // Flushes, closes and puts the file in its place.
    void finish();

  private:
    void write_all(std::string_view bytes);
    [[noreturn]] void fail(const char* doing) const;

    std::string path_;  // "" is standard output
    std::string part_;  // where a file is written until it is whole
    int descriptor_ = -1;
    std::string buffer_;
};

}  // namespace lede::writing
