// The bytes of a compiled table, shared by `table.cpp` and `table_compiler.cpp`.
//
//   "LTB1"  u32 columns  u32 rows  u32 zero
//   u32 offsets[columns * (rows + 1) + 1]   into the characters; the first `columns` are the names
//   characters
#pragma once

#include <cstddef>
#include <string_view>

namespace lede::lexicon {

inline constexpr std::string_view kTableMagic = "LTB1";
inline constexpr std::size_t kTableHeaderSize = 16;

}  // namespace lede::lexicon
