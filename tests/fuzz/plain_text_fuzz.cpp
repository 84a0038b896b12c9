// Any bytes as plain text: lines, blocks, bylines, datelines.
#include "reading_fuzz_check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    lede::fuzz::read_as(lede::reading::Format::kText, data, size);
    return 0;
}
