// Progress: one line on a terminal that says how far a run is.
//
//   12,431 articles, 38.2 MB, 1.9 MB/s, 3 skipped, 41%, 2 min left
//
// Drawn when standard error is a terminal and results go elsewhere. Where it is asked for and there
// is no terminal, a line is added every ten seconds, and one at the end.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "pipeline/run_counts.h"

namespace lede::tools {

// The line, without colours. `total` is the bytes of the whole input; 0: not known. `before` are
// those of `done` that an earlier run has read.
std::string progress_line(const pipeline::RunCounts& done, std::uint64_t total, double seconds,
                          std::uint64_t before = 0);

class Progress {
  public:
    // `paths` are the inputs, from whose sizes the rest is reckoned; `shares` is into how many
    // equal parts they are cut, `asked` whether the user wants to see it in any case.
    Progress(const std::vector<std::string>& paths, std::uint64_t shares, bool asked);
    ~Progress() { clear(); }
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    // The run begins here: what was done before does not count for its speed.
    void begin(const pipeline::RunCounts& done);
    // Draws at most five times a second.
    void update(const pipeline::RunCounts& done);
    // Takes the line away, so that a message or the prompt has the place to itself.
    void clear();
    // The last line, where lines are added.
    void finish(const pipeline::RunCounts& done);

  private:
    using Clock = std::chrono::steady_clock;

    std::string line(const pipeline::RunCounts& done, Clock::time_point now) const;

    bool drawing_ = false;  // whether there is a terminal to draw on
    bool adding_ = false;   // whether lines are added
    bool drawn_ = false;
    std::uint64_t total_ = 0;
    std::uint64_t before_ = 0;
    Clock::time_point begin_ = Clock::now();
    Clock::time_point last_ = begin_;
};

}  // namespace lede::tools
