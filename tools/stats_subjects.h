// What lede-stats can count: one function for each subject, from the options to the exit status.
#pragma once

#include <functional>

#include "stats_options.h"

namespace lede::tools {

class StatsRun;

int run_counts(const StatsOptions& options, stats::Subject subject);
int run_frequencies(const StatsOptions& options, std::size_t size);
int run_keywords(const StatsOptions& options);
int run_collocates(const StatsOptions& options);
int run_dispersion(const StatsOptions& options);
int run_weights(const StatsOptions& options);
int run_diversity(const StatsOptions& options);
int run_readability(const StatsOptions& options);
int run_cross(const StatsOptions& options);
int run_repeats(const StatsOptions& options);
int run_merge(const StatsOptions& options);
int run_report(const StatsOptions& options);

// The counts of one corpus of saved lists and articles, as `options` count.
stats::FrequencyList count_corpus(StatsRun& run, const StatsOptions& options,
                                  const std::vector<std::string>& paths, std::size_t size);

// The text of --explain for one measure, or for "all". Throws UsageError for one that there is not.
std::string explain_measures(const std::string& name);

// Writes a table as the options say: as rows, a picture, a specification or lines of blocks.
void write_table(const stats::Table& table, const StatsOptions& options);

// The same of a table whose rows `make_rows` hands over one by one; they are held only where a
// picture, or columns of one width, need all.
void write_rows(stats::Table head, const std::function<void(const stats::TakeRow&)>& make_rows,
                const StatsOptions& options);

// Writes what is ready, whole, where the options say.
void write_text(const std::string& text, const StatsOptions& options);

}  // namespace lede::tools
