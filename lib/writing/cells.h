// Cells: rows of typed cells as bytes, on their way from the threads that make them to the one that
// puts them into a database.
//
//   CellWriter cells(bytes);  cells.row(2).text("Kim").integer(7).real(0.25).null();
//   for (CellReader reader(bytes); auto row = reader.next_row();) … reader.next_cell() …
//
// Bytes are only ever read by the program that wrote them: the reader asserts, it does not repair.
#pragma once

#include <cassert>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace lede::writing {

using Cell = std::variant<std::monostate, std::int64_t, double, std::string_view>;

class CellWriter {
  public:
    // `out` is borrowed and appended to.
    explicit CellWriter(std::string& out) : out_(out) {}

    // Begins a row of the table with this number.
    CellWriter& row(std::uint8_t table) { return put('R', table); }
    CellWriter& null() {
        out_ += 'N';
        return *this;
    }
    CellWriter& integer(std::int64_t value) { return put('I', value); }
    CellWriter& real(double value) { return put('D', value); }
    CellWriter& text(std::string_view value) {
        put('T', value.size());
        out_ += value;
        return *this;
    }
    // NULL for what is empty: an absent value is no empty string.
    CellWriter& text_or_null(std::string_view value) {
        return value.empty() ? null() : text(value);
    }

  private:
    template <typename Value>
    CellWriter& put(char kind, Value value) {
        out_ += kind;
        out_.append(reinterpret_cast<const char*>(&value), sizeof value);
        return *this;
    }

    std::string& out_;
};

class CellReader {
  public:
    // Requires: bytes that a CellWriter wrote. They are borrowed, and so are the texts of cells.
    explicit CellReader(std::string_view bytes) : rest_(bytes) {}

    // The table of the next row; nothing at the end. Requires: the cells before it are read.
    std::optional<std::uint8_t> next_row() {
        if (rest_.empty()) return std::nullopt;
        assert(rest_.front() == 'R');
        rest_.remove_prefix(1);
        return take<std::uint8_t>();
    }

    // The next cell of the row; nothing at its end.
    std::optional<Cell> next_cell() {
        if (rest_.empty() || rest_.front() == 'R') return std::nullopt;
        const char kind = rest_.front();
        rest_.remove_prefix(1);
        if (kind == 'N') return Cell();
        if (kind == 'I') return Cell(take<std::int64_t>());
        if (kind == 'D') return Cell(take<double>());
        assert(kind == 'T');
        const auto size = take<std::size_t>();
        const std::string_view value = rest_.substr(0, size);
        rest_.remove_prefix(value.size());
        return Cell(value);
    }

  private:
    template <typename Value>
    Value take() {
        assert(rest_.size() >= sizeof(Value));
        Value value;
        std::memcpy(&value, rest_.data(), sizeof value);
        rest_.remove_prefix(sizeof value);
        return value;
    }

    std::string_view rest_;
};

}  // namespace lede::writing
