// Journal: what a run that writes its results in parts has done, so that it can be gone on with.
//
//   {"lede":{"schema":1},"version":"0.1.0","run":["--layers","all","corpus/"]}
//   {"part":0,"counts":{"records":812,"articles":811,…},"errors":[{"source":…,"reason":…}]}
//   …
//   {"end":true}
//
// A line is added when the part's files stand in their places. It holds no time and no name of a
// machine: a run that was killed and gone on with leaves the same journal as one that was not. It
// does not say where in the input a part begins: a run is gone on with by passing over as many
// records as are counted.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/result.h"
#include "pipeline/run_counts.h"

namespace lede::writing {

struct PartEntry {
    std::uint64_t part = 0;  // from 0
    pipeline::RunCounts counts;
    std::vector<Error> errors;  // of the records that gave no article
};

class Journal {
  public:
    // Reads the journal at `path` where there is one; else makes it. `run` is what tells one run
    // from another: its version and options. Throws OutputError if the journal that is there is of
    // another run, or cannot be read or made.
    Journal(std::string path, const std::vector<std::string>& run);
    ~Journal();
    Journal(const Journal&) = delete;
    Journal& operator=(const Journal&) = delete;

    // The parts that are done, in order.
    const std::vector<PartEntry>& parts() const { return parts_; }
    bool is_finished() const { return finished_; }

    // Adds a line, which is on the disk when the call returns.
    void add(const PartEntry& entry);
    // The run is over: no more parts will come.
    void finish();

  private:
    void read(std::string_view bytes, const std::string& head);
    void write_line(const std::string& line);
    [[noreturn]] void fail(const std::string& why) const;

    std::string path_;
    std::vector<PartEntry> parts_;
    bool finished_ = false;
    int descriptor_ = -1;
};

// The line of an entry, with its line feed, and back. An Error for a line that is none.
std::string line_of(const PartEntry& entry);
Result<PartEntry> parse_part_entry(std::string_view line);

}  // namespace lede::writing
