// ProgramCost: what one run of a command took, all of its processes together.
//
//   cost_of("grep -c said text.txt")   -> {.cpu_seconds = 0.02, .wall_seconds = 0.02, …}
//
// What the command prints is thrown away.
#pragma once

#include <string>

namespace lede::bench {

struct ProgramCost {
    double cpu_seconds = 0;  // user and system
    double wall_seconds = 0;
    double peak_megabytes = 0;  // of the largest process
    bool failed = false;        // it could not be run; grep's "nothing found" is no failure
};

// Runs the command by sh and waits for it.
ProgramCost cost_of(const std::string& command);

}  // namespace lede::bench
