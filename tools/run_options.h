// The options of every tool that runs over many articles: how many threads, and what becomes of
// articles that cannot be read.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "options.h"
#include "pipeline/ordered_tasks.h"
#include "sizes.h"

namespace lede::tools {

struct RunOptions {
    std::uint64_t jobs = 0;  // 0: all cores
    std::string errors;      // file of bad articles; empty: none
    Allowance max_bad;
    bool strict = false;
    std::string report;     // file of the summary; empty: none
    bool progress = false;  // also where nobody watches
};

std::vector<Option> run_options(RunOptions& options);

// Those of a tool whose runs are long: --progress, --report.
std::vector<Option> watch_options(RunOptions& options);

pipeline::FlowLimits flow_limits(const RunOptions& options);

}  // namespace lede::tools
