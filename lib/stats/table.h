// Table: columns by name and rows of cells, ready for writing; and how numbers become cells.
//
//   number_cell(0.1)  -> "0.1"      number_cell(1.0 / 3) -> "0.3333333333333333"
//   number_cell(1e30) -> "1e+30"    number_cell(-INFINITY) -> "-inf"
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace lede::stats {

struct Table {
    std::vector<std::string> columns;
    std::vector<std::vector<std::string>> rows;
    std::vector<bool> is_number;  // per column

    void add_column(std::string_view name, bool number) {
        columns.emplace_back(name);
        is_number.push_back(number);
    }
};

// Where rows go one by one: into a table, or at once to where they are written, so that a million
// of them need no room.
using TakeRow = std::function<void(const std::vector<std::string>&)>;

// The shortest decimal that reads back as the same number; "inf", "-inf".
std::string number_cell(double value);

// `per` times count / of, or 0 of nothing.
std::string rate_cell(std::uint64_t count, double per, std::uint64_t of);

// Cells that a key holds, joined by kCellSeparator. Requires: cells >= 1.
std::vector<std::string> split_cells(std::string_view key, std::size_t cells);

}  // namespace lede::stats
