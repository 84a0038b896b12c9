// Progress: one line on a terminal that says how far a run is.
//
//   12,431 articles, 38.2 MB, 1.9 MB/s, 3 skipped, 41%, 2 min left
//
// Only shown when standard error is a terminal and results go elsewhere; it never reaches a file.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "pipeline/run_counts.h"

namespace lede::tools {

// The line, without colours. `total` is the bytes of the whole input; 0: not known.
std::string progress_line(const pipeline::RunCounts& done, std::uint64_t total, double seconds);

class Progress {
  public:
    // `paths` are the inputs, from whose sizes the rest is reckoned.
    explicit Progress(const std::vector<std::string>& paths);
    ~Progress() { clear(); }
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    // Draws at most five times a second.
    void update(const pipeline::RunCounts& done);
    // Takes the line away, so that a message or the prompt has the place to itself.
    void clear();

  private:
    using Clock = std::chrono::steady_clock;

    bool shown_ = false;  // whether there is a terminal to draw on
    bool drawn_ = false;
    std::uint64_t total_ = 0;
    Clock::time_point begin_ = Clock::now();
    Clock::time_point last_ = begin_;
};

}  // namespace lede::tools
