#include "stats/table_writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "text/utf8.h"
#include "writing/row_writer.h"

namespace lede::stats {
namespace {

constexpr std::string_view kHeaderColor = "\x1B[1;36m";
constexpr std::string_view kPlain = "\x1B[0m";

// Paints the line that `out` ends in from `begin` on, but for its end.
void paint_line(std::size_t begin, std::string& out) {
    out.insert(begin, kHeaderColor);
    out.insert(out.find_last_not_of("\r\n") + 1, kPlain);
}

writing::Dialect dialect_of(TableFormat format) {
    return format == TableFormat::kCsv ? writing::Dialect::kCsv : writing::Dialect::kTsv;
}

void append_delimited(const std::vector<std::string>& cells, TableFormat format, std::string& out) {
    writing::RowWriter row(out, dialect_of(format));
    for (const std::string& cell : cells) row.text(cell);
    row.end();
}

void append_json(const Table& table, const std::vector<std::string>& cells, std::string& out) {
    writing::JsonWriter json(out);
    json.begin_object();
    write_cells(table, cells, "", json);
    json.end_object();
    out += '\n';
}

// Two decimals, or two digits of what is smaller: 0.3333 -> 0.33, 0.00012345 -> 0.00012.
std::string rounded(const std::string& cell) {
    double value = 0;
    const auto parsed = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (parsed.ec != std::errc() || !std::isfinite(value) ||
        cell.find_first_of(".e") == std::string::npos)
        return cell;
    return std::abs(value) >= 0.01 && std::abs(value) < 1e15 ? fmt::format("{:.2f}", value)
                                                             : fmt::format("{:.2g}", value);
}

// A cell as people see it: rates with two decimals, no control characters.
std::string shown(const std::string& cell, bool is_number) {
    if (is_number) return rounded(cell);
    std::string text;
    writing::append_collapsed(text, cell);
    return text;
}

void append_pretty(const Table& table, const TableStyle& style, std::string& out) {
    std::vector<std::vector<std::string>> rows;
    if (style.header) rows.push_back(table.columns);
    for (const auto& cells : table.rows) {
        rows.emplace_back();
        for (std::size_t i = 0; i < cells.size(); ++i)
            rows.back().push_back(shown(cells[i], table.is_number[i]));
    }
    std::vector<std::size_t> widths(table.columns.size(), 0);
    for (const auto& row : rows)
        for (std::size_t i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], utf8::count_code_points(row[i]));
    const std::size_t begin = out.size();
    for (const auto& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            const std::string blanks(widths[i] - utf8::count_code_points(row[i]), ' ');
            out += table.is_number[i] ? blanks + row[i] : row[i] + blanks;
            out += i + 1 < row.size() ? "  " : "\n";
        }
        if (style.header && style.color && &row == &rows.front()) paint_line(begin, out);
    }
}

}  // namespace

void write_cells(const Table& table, const std::vector<std::string>& cells, std::string_view but,
                 writing::JsonWriter& json) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (cells[i].empty() || table.columns[i] == but) continue;
        json.key(table.columns[i]);
        if (table.is_number[i] && cells[i].find('n') == std::string::npos)
            json.raw(cells[i]);
        else
            json.string(cells[i]);
    }
}

void append_head(const Table& table, const TableStyle& style, std::string& out) {
    if (!style.header || style.format == TableFormat::kJson) return;
    const std::size_t begin = out.size();
    append_delimited(table.columns, style.format, out);
    if (style.color) paint_line(begin, out);
}

void append_row(const Table& table, const std::vector<std::string>& cells, const TableStyle& style,
                std::string& out) {
    if (style.format == TableFormat::kJson)
        append_json(table, cells, out);
    else
        append_delimited(cells, style.format, out);
}

void append_table(const Table& table, const TableStyle& style, std::string& out) {
    if (style.format == TableFormat::kPretty) return append_pretty(table, style, out);
    append_head(table, style, out);
    for (const auto& cells : table.rows) append_row(table, cells, style, out);
}

}  // namespace lede::stats
