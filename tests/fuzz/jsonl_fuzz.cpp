// Any bytes as JSON lines, arrays and our own records.
#include "reading_fuzz_check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    lede::fuzz::read_as(lede::reading::Format::kJsonl, data, size);
    return 0;
}
