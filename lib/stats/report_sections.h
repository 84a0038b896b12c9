// The sections of a report: what was counted as a picture and its numbers.
//
// Each shows at most `top` things, and says so where there are more.
#pragma once

#include "stats/frequency_list.h"
#include "stats/item_places.h"
#include "stats/report_counter.h"
#include "stats/report_page.h"

namespace lede::stats {

struct ReportOptions {
    std::size_t top = 10;  // things in each picture
    RowFilter filter;      // of the words and names, without `top`
};

// Where in the corpus the most frequent things stand.
ReportSection dispersion_section(const ItemPlaces& places, const NameBook& names,
                                 const ReportOptions& options);

// Dates that are mentioned, by month; by year where months do not fit.
ReportSection timeline_section(const Counter& timeline);

// Words that one side has more often than by chance (G2 of at least 6.63, p < 0.01), as a share of
// one side against the other: log ratio, to the left for the second side.
struct Compared {
    FrequencyList target;
    FrequencyList reference;
    std::string target_name;  // "quotations"
    std::string reference_name;
};
ReportSection keyness_section(const Compared& compared, const ReportOptions& options);

ReportSection quotes_section(const Counter& quotes, const ReportOptions& options);

// Names that stand in one sentence.
ReportSection network_section(Cooccurrence& names, const ReportOptions& options);

ReportSection citations_section(const Counter& citations, const ReportOptions& options);

// "articles 4, words 1,477, …" from the table of a summary.
std::string describe_corpus(const Counter& summary);

}  // namespace lede::stats
