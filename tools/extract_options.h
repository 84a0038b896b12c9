// The command line of lede-extract.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

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
    std::uint64_t part_size = 0;  // bytes of input in each part of a folder; 0: not asked
    std::string pack;             // ending of the parts' names: gz, zst, xz, bz2; empty: plain
    bool resume = false;
    bool same_as = false;                // name the original in records of copies
    std::vector<std::string> arguments;  // as given, to tell one run from another
};

// Whether the path is that of a folder: one that is there, or a name that ends in a slash.
bool names_folder(const std::string& path);

// Whether the results go into a folder in parts, with a journal.
bool writes_parts(const ExtractOptions& options);

// What results are written as when nothing was asked: records into files and pipes, a readable page
// for people.
std::string format_of(const ExtractOptions& options);

// The description whose targets are the fields of `options`, which must outlive it.
Command extract_command(ExtractOptions& options);

}  // namespace lede::tools
