// A table of statistics, written as TSV, CSV, JSON lines, or aligned columns for people.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "stats/table.h"
#include "writing/json_writer.h"

namespace lede::stats {

enum class TableFormat : std::uint8_t { kTsv, kCsv, kJson, kPretty };

struct TableStyle {
    TableFormat format = TableFormat::kTsv;
    bool header = true;  // the line of column names
    bool color = false;  // paint that line; JSON has none
};

// The pieces of a table that is written row by row: its head, if it has one, and each of its rows.
// Requires: the format is not kPretty, whose columns are as wide as the widest cell.
void append_head(const Table& table, const TableStyle& style, std::string& out);
void append_row(const Table& table, const std::vector<std::string>& cells, const TableStyle& style,
                std::string& out);

// The cells under their columns as members of the JSON object at hand, numbers as numbers; empty
// ones, and the column `but`, are left out.
void write_cells(const Table& table, const std::vector<std::string>& cells, std::string_view but,
                 writing::JsonWriter& json);

// Appends the table; JSON: one object a row, numbers as numbers (inf and
// -inf, which JSON cannot say, as strings), empty cells left out.
void append_table(const Table& table, const TableStyle& style, std::string& out);

}  // namespace lede::stats
