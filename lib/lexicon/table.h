// Table: a compiled TSV table, read in place.
//
//   # columns: abbreviation kind         Table t = lexicon.table("tokens/abbreviations");
//   # key: abbreviation                  t.cell(t.find("Sen."), 1) -> "title"
//   Sen.<TAB>title
//
// The bytes are position-independent and need no set-up, so a process that uses one row pays for
// one row. `table_compiler.h` makes them; `Table` never writes.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace lede::lexicon {

// Reads the little-endian word at `at`. Requires: at + 4 <= bytes.size().
inline std::uint32_t read_u32(std::string_view bytes, std::size_t at) {
    static_assert(std::endian::native == std::endian::little);
    std::uint32_t value;
    std::memcpy(&value, bytes.data() + at, sizeof value);
    return value;
}

class Table {
  public:
    // Requires: `bytes` came from `compile_table` and outlive the table.
    // Throws std::runtime_error if they are no compiled table.
    explicit Table(std::string_view bytes);

    std::uint32_t rows() const { return rows_; }
    std::uint32_t columns() const { return columns_; }

    // Borrowed from the table's bytes. Requires: row < rows(), column < columns().
    std::string_view cell(std::uint32_t row, std::uint32_t column) const;

    // Index of the named column; throws std::runtime_error if there is none.
    std::uint32_t column(std::string_view name) const;

    // First row whose first column equals `key`, or rows(). Rows with one key are neighbours.
    // Requires: the first column is the table's key. Cost: log2(rows) comparisons.
    std::uint32_t find(std::string_view key) const;

  private:
    std::string_view bytes_;
    std::uint32_t columns_ = 0;
    std::uint32_t rows_ = 0;
    std::size_t chars_ = 0;  // where the characters begin
};

}  // namespace lede::lexicon
