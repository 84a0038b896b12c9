// The command line of lede-search.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "analysis_options.h"
#include "input_options.h"
#include "options.h"
#include "pages.h"
#include "run_options.h"
#include "search/concordance.h"
#include "search/hit_columns.h"
#include "search/hit_order.h"
#include "search/query_parser.h"
#include "search/saved_hits.h"

namespace lede::tools {

// What is printed of a match.
enum class SearchReport : std::uint8_t { kHits, kCount, kIds, kRecords, kNothing };

enum class QuerySyntax : std::uint8_t { kByLooks, kBag, kCql };

struct SearchOptions {
    InputOptions input;
    AnalysisOptions analysis;
    RunOptions run;
    PageOptions pages;
    std::vector<std::string> operands;  // the query, unless -e or -f gave it, then paths
    std::vector<std::string> queries;   // -e
    std::vector<std::string> query_files;
    search::ParseOptions parse;
    QuerySyntax syntax = QuerySyntax::kByLooks;
    search::Strategy strategy = search::Strategy::kStandard;
    std::vector<std::string> vrt_columns;
    search::ConcordanceOptions concordance;
    SearchReport report = SearchReport::kHits;
    std::string color = "auto";
    std::string output = "-";
    std::uint64_t max_hits = 0;  // 0: all
    std::optional<search::HitKey> sort;
    std::optional<search::HitKey> group;
    search::HitColumns group_columns;                // where hits are counted by attributes
    search::HitColumns columns;                      // printed of each hit
    std::string hits_file;                           // hits to open again, in place of a query
    std::shared_ptr<const search::SavedHits> saved;  // those
    std::string like;          // a quotation to find again, in place of a query
    std::uint64_t sample = 0;  // 0: all
    std::uint64_t seed = 1;
    bool fixed = false;
    bool lines = false;
    bool whole_words = false;
    bool invert = false;
    bool null_ids = false;
    std::uint64_t after = 0;
    std::uint64_t before = 0;
};

// Whether hits are counted and not printed.
inline bool is_grouped(const SearchOptions& options) {
    return options.group || !options.group_columns.empty();
}

Command search_command(SearchOptions& options);

}  // namespace lede::tools
