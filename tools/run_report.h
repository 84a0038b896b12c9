// RunReport: what a run did, as JSON, for those who must account for every article.
//
//   {"lede":{"schema":1},"version":"0.1.0","tool":"lede-extract","arguments":["corpus/"],"jobs":2,
//    "seconds":12.4,"cpu_seconds":24.1,"peak_memory_bytes":38000000,
//    "files_passed_over":0,"counts":{"records":812,"articles":811,"skipped":1,…},"stages":{"tokens":1.2,…},
//    "errors":{"is not valid JSON":1},"exit_status":3}
//
// seconds, memory and stages are those of this process; counts and errors of a run that was gone on
// with are those of the whole run. stages are CPU-like seconds, added up over threads.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "bad_articles.h"
#include "pipeline/run_counts.h"
#include "pipeline/stage_times.h"

namespace lede::tools {

struct RunReport {
    std::string tool;
    std::vector<std::string> arguments;
    std::uint64_t jobs = 1;
    std::uint64_t passed_over = 0;  // files of kinds that are not read, in folders and archives
    std::chrono::steady_clock::time_point begin = std::chrono::steady_clock::now();
};

// The report with its line feed.
std::string report_of(const RunReport& run, const pipeline::RunCounts& counts,
                      const pipeline::StageTimes& times, const BadArticles& bad);

}  // namespace lede::tools
