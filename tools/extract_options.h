// The command line of lede-extract.
#pragma once

#include <optional>
#include <string>

#include "analysis_options.h"
#include "input_options.h"
#include "options.h"
#include "pages.h"
#include "run_options.h"
#include "text/offset_map.h"

namespace lede::tools {

struct ExtractOptions {
    InputOptions input;
    AnalysisOptions analysis;
    RunOptions run;
    PageOptions pages;
    std::optional<Layers> layers;  // as asked; absent: what the format shows
    std::string format;            // empty: jsonl, or pretty on a terminal
    std::string table;             // one of writing::kTableNames; empty: none, or all
    std::string color = "auto";
    bool line_buffered = false;
    bool schema = false;
    OffsetUnit unit = OffsetUnit::kCodePoints;
    bool no_text = false;
    bool nonspeech = false;  // adds that layer to the asked ones
    std::string output = "-";
};

// The description whose targets are the fields of `options`, which must outlive it.
Command extract_command(ExtractOptions& options);

}  // namespace lede::tools
