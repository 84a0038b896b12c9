// LineFilter: tells which lines of an input are worth cutting, so that the others cost one scan.
//
//   [](std::string_view lines) { return begins of the lines that hold "sanctions"; }
//
// Asked with whole lines, each with its "\n", some hundred kilobytes at a time. A line that it
// leaves out gives no record and no error. Lines are at least a record each: formats whose
// articles run over several lines do not ask.
#pragma once

#include <cstddef>
#include <functional>
#include <string_view>
#include <vector>

namespace lede::reading {

// Offsets of the begins of the lines that are wanted, ascending.
using LineFilter = std::function<std::vector<std::size_t>(std::string_view lines)>;

}  // namespace lede::reading
