#include "stats/table_writer.h"

#include <algorithm>

#include "text/utf8.h"
#include "writing/json_writer.h"
#include "writing/row_writer.h"

namespace lede::stats {
namespace {

void append_delimited(const Table& table, writing::Dialect dialect, bool with_header,
                      std::string& out) {
    const auto append_row = [&](const std::vector<std::string>& cells) {
        writing::RowWriter row(out, dialect);
        for (const std::string& cell : cells) row.text(cell);
        row.end();
    };
    if (with_header) append_row(table.columns);
    for (const auto& cells : table.rows) append_row(cells);
}

void append_json(const Table& table, std::string& out) {
    for (const auto& cells : table.rows) {
        writing::JsonWriter json(out);
        json.begin_object();
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (cells[i].empty()) continue;
            json.key(table.columns[i]);
            if (table.is_number[i] && cells[i].find('n') == std::string::npos)
                json.raw(cells[i]);
            else
                json.string(cells[i]);
        }
        json.end_object();
        out += '\n';
    }
}

// A cell as people see it: rates with two decimals, no control characters.
std::string shown(const std::string& cell, bool is_number) {
    if (!is_number) {
        std::string text;
        writing::append_collapsed(text, cell);
        return text;
    }
    const std::size_t dot = cell.find('.');
    return dot == std::string::npos || cell.find('e') != std::string::npos
               ? cell
               : cell.substr(0, std::min(cell.size(), dot + 3));
}

void append_pretty(const Table& table, bool with_header, std::string& out) {
    std::vector<std::vector<std::string>> rows;
    if (with_header) rows.push_back(table.columns);
    for (const auto& cells : table.rows) {
        rows.emplace_back();
        for (std::size_t i = 0; i < cells.size(); ++i)
            rows.back().push_back(shown(cells[i], table.is_number[i]));
    }
    std::vector<std::size_t> widths(table.columns.size(), 0);
    for (const auto& row : rows)
        for (std::size_t i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], utf8::count_code_points(row[i]));
    for (const auto& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            const std::string blanks(widths[i] - utf8::count_code_points(row[i]), ' ');
            out += table.is_number[i] ? blanks + row[i] : row[i] + blanks;
            out += i + 1 < row.size() ? "  " : "\n";
        }
    }
}

}  // namespace

void append_table(const Table& table, TableFormat format, bool with_header, std::string& out) {
    switch (format) {
        case TableFormat::kTsv:
            return append_delimited(table, writing::Dialect::kTsv, with_header, out);
        case TableFormat::kCsv:
            return append_delimited(table, writing::Dialect::kCsv, with_header, out);
        case TableFormat::kJson:
            return append_json(table, out);
        case TableFormat::kPretty:
            return append_pretty(table, with_header, out);
    }
}

}  // namespace lede::stats
