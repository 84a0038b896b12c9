// The tables of lede-stats that have options of their own (duplicates, names), and what these
// share.
#pragma once

#include <string>
#include <vector>

#include "analysis_options.h"
#include "options.h"
#include "sizes.h"
#include "stats/table_writer.h"
#include "writing/output.h"

namespace lede::tools {

struct TableOptions {
    stats::TableStyle style;
    std::string color = "auto";  // when to set style.color
    std::string output = "-";
};

std::vector<Option> table_options(TableOptions& options);

// Writes the whole table and ends the output.
void write_table(const stats::Table& table, const TableOptions& options, writing::Output& output);

// Each runs `lede-stats WHAT` with the words after WHAT and returns its exit status.
int run_stats_duplicates(const std::vector<std::string>& arguments);
int run_stats_names(const std::vector<std::string>& arguments);

}  // namespace lede::tools
