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
#include "stats/frequency_tables.h"
#include "stats/spread_tables.h"
#include "stats_tables.h"

namespace lede::tools {

// What is written in place of a table.
enum class Picture : std::uint8_t { kNone, kSvg, kVega };

struct StatsOptions {
    InputOptions input;
    AnalysisOptions analysis;
    RunOptions run;
    PageOptions pages;
    std::vector<std::string> operands;  // what to count, then paths
    std::string where;                  // query in the search language; empty: all articles
    std::string reference_where;        // keywords: likewise, of the reference

    stats::ItemRule rule;
    stats::ItemOptions items;
    stats::Grouping by;
    stats::RowFilter filter;
    std::string stopwords;       // file; empty: none
    std::string speaker_groups;  // file; empty: none
    stats::Normalize normalize = stats::Normalize::kPerMillion;
    std::uint64_t size = 2;  // of n-grams
    bool size_is_set = false;
    stats::Within within = stats::Within::kArticle;
    bool within_is_set = false;
    stats::Window window;
    stats::PairTotal total = stats::PairTotal::kItems;

    std::vector<std::string> measures;  // names; empty: the subject's own choice
    bool all_measures = false;
    stats::AssociationOptions scores{.tests = 0};
    stats::DiversityOptions diversity;
    std::vector<std::string> reference;  // inputs of the reference corpus
    std::string part_at;                 // expression; empty: parts are articles or groups
    bool with_counts = false;
    bool from_counts = false;  // the input is a table of counts

    std::string explain;  // measure, or "all"; empty: not asked
    TableOptions table;
    std::string subject;  // as named on the command line
    Picture picture = Picture::kNone;
    bool spark = false;      // timeline: a line of blocks for each group
    bool sentences = false;  // cross: the proofs in place of the counts
    std::string graph;       // cross: graphml or dot; empty: a table
    std::string save;        // file of frequencies; empty: none
};

// Options that say what is counted and how, and which scores are shown.
std::vector<Option> stats_count_options(StatsOptions& options);
std::vector<Option> stats_measure_options(StatsOptions& options);

Command stats_command(StatsOptions& options);

}  // namespace lede::tools
