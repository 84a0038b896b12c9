#include "lexicon/table.h"

#include <stdexcept>
#include <string>

#include "lexicon/table_format.h"

namespace lede::lexicon {

Table::Table(std::string_view bytes) : bytes_(bytes) {
    if (bytes.size() < kTableHeaderSize || bytes.substr(0, 4) != kTableMagic)
        throw std::runtime_error("not a compiled table");
    columns_ = read_u32(bytes, 4);
    rows_ = read_u32(bytes, 8);
    // One offset more than cells: column names stand as row 0 of the offsets.
    chars_ = kTableHeaderSize + 4 * (std::size_t{columns_} * (rows_ + 1) + 1);
}

std::string_view Table::cell(std::uint32_t row, std::uint32_t column) const {
    const std::size_t index = std::size_t{columns_} * (row + 1) + column;
    const std::uint32_t begin = read_u32(bytes_, kTableHeaderSize + 4 * index);
    const std::uint32_t end = read_u32(bytes_, kTableHeaderSize + 4 * (index + 1));
    return bytes_.substr(chars_ + begin, end - begin);
}

std::uint32_t Table::column(std::string_view name) const {
    for (std::uint32_t i = 0; i < columns_; ++i) {
        const std::uint32_t begin = read_u32(bytes_, kTableHeaderSize + std::size_t{4} * i);
        const std::uint32_t end = read_u32(bytes_, kTableHeaderSize + std::size_t{4} * (i + 1));
        if (bytes_.substr(chars_ + begin, end - begin) == name) return i;
    }
    throw std::runtime_error("table without column " + std::string(name));
}

std::uint32_t Table::find(std::string_view key) const {
    std::uint32_t low = 0;
    std::uint32_t high = rows_;
    while (low < high) {
        const std::uint32_t middle = low + (high - low) / 2;
        if (cell(middle, 0) < key)
            low = middle + 1;
        else
            high = middle;
    }
    return low < rows_ && cell(low, 0) == key ? low : rows_;
}

}  // namespace lede::lexicon
