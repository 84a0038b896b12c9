// Tables as pictures: which column of a subject's table is drawn, how, and under which words.
//
//   const auto plan = chart_plan("quotes");                 bars of "share", by speaker
//   table_chart(table, *plan, charts::Place::kFile)         one SVG file
//   append_vega(table, *plan, out)                          the same as a Vega-Lite specification
//
// A picture shows the first rows only, and never sums up what a table leaves apart but for a
// timeline of several groups.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "charts/svg_writer.h"
#include "stats/part_corpus.h"
#include "stats/table.h"

namespace lede::stats {

enum class ChartKind : std::uint8_t { kBars, kTimeline, kNetwork };

struct ChartPlan {
    std::string_view subject;  // as lede-stats names it
    ChartKind kind = ChartKind::kBars;
    std::string_view value;  // column
    std::string_view title;
    std::string_view says;  // what the picture shows, for those who do not see it
    std::size_t most = 30;  // rows (nodes of a network) that are drawn
};

// Nothing for a subject that has no picture.
std::optional<ChartPlan> chart_plan(std::string_view subject);

// A table without rows, or without the column, gives a picture that says that there is nothing.
// Linear in the table.
std::string table_chart(const Table& table, const ChartPlan& plan, charts::Place place);

// Where the first `plan.most` items of a dispersion table stand in the corpus, as a bar code.
// Requires: the table is of this corpus, which has positions.
std::string dispersion_chart(const PartCorpus& corpus, const Table& table, const ChartPlan& plan,
                             charts::Place place);

// A row's name: its text columns, but for kinds and links; a title stands for what it is of.
std::string row_label(const Table& table, const std::vector<std::string>& cells);

// The number in a cell; inf, -inf. 0 for none.
double cell_value(const std::string& cell);

// A number for people, with four digits at most behind its point: "1,204", "0.1873".
std::string shown_number(const std::string& cell);

// The index of a column, or nothing.
std::optional<std::size_t> find_column(const Table& table, std::string_view name);

}  // namespace lede::stats
