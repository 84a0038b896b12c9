// The command line of lede-stats.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "analysis_options.h"
#include "input_options.h"
#include "options.h"
#include "pages.h"
#include "run_options.h"
#include "stats/counter.h"
#include "stats/table_writer.h"

namespace lede::tools {

struct StatsOptions {
    InputOptions input;
    AnalysisOptions analysis;
    RunOptions run;
    PageOptions pages;
    std::vector<std::string> operands;  // what to count, then paths
    stats::CounterOptions counter;
    std::string where;  // query in the search language; empty: all articles
    stats::TableFormat format = stats::TableFormat::kTsv;
    std::string output = "-";
    bool header = true;
};

Command stats_command(StatsOptions& options);

}  // namespace lede::tools
