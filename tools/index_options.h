// The command line of lede-index.
#pragma once

#include <string>
#include <vector>

#include "analysis_options.h"
#include "input_options.h"
#include "options.h"
#include "pages.h"
#include "run_options.h"
#include "search/index_writer.h"

namespace lede::tools {

struct IndexToolOptions {
    InputOptions input;
    AnalysisOptions analysis;
    RunOptions run;
    PageOptions pages;
    std::vector<std::string> operands;  // the index, then paths
    search::IndexOptions index;
    std::vector<std::string> deleted;  // ids
    bool merge = false;
    bool list = false;
};

Command index_command(IndexToolOptions& options);

}  // namespace lede::tools
