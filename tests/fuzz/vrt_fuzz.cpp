// Any bytes as vertical text: tags, tokens, columns.
#include "reading_fuzz_check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    lede::fuzz::read_as(lede::reading::Format::kVrt, data, size);
    return 0;
}
