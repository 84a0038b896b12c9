// Any bytes as a table: rows, quotes, cells.
#include "reading_fuzz_check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    lede::fuzz::read_as(lede::reading::Format::kCsv, data, size);
    return 0;
}
