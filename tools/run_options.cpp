#include "run_options.h"

#include <algorithm>

namespace lede::tools {
namespace {

constexpr std::uint64_t kMostJobs = 256;

}  // namespace

std::vector<Option> run_options(RunOptions& o) {
    const std::string theme = "Running";
    return {
        {"-j,--jobs",
         "N",
         "use N threads (default: all cores); the output is the same",
         theme,
         &o.jobs,
         {},
         true},
        {"--errors", "FILE", "list skipped articles in FILE, one JSON object a line", theme,
         &o.errors},
        {"--max-bad", "N|P%", "exit 0, not 3, if no more than N articles or P% are skipped", theme,
         Setter([&o](const std::string& text) { o.max_bad = parse_allowance("--max-bad", text); })},
        {"--strict", "", "stop at the first article that cannot be read", theme, &o.strict},
    };
}

std::vector<Option> watch_options(RunOptions& o) {
    const std::string theme = "Long runs";
    return {
        {"--progress", "",
         "say how far the run is on standard error, every ten seconds where that is no terminal",
         theme, &o.progress},
        {"--report", "FILE.json",
         "write what the run did: articles, bytes, time of each stage, errors by kind", theme,
         &o.report},
    };
}

pipeline::FlowLimits flow_limits(const RunOptions& options) {
    pipeline::FlowLimits limits;
    limits.jobs =
        options.jobs == 0 ? pipeline::available_cores() : std::min(options.jobs, kMostJobs);
    limits.bytes_in_flight += limits.jobs << 20;
    return limits;
}

}  // namespace lede::tools
