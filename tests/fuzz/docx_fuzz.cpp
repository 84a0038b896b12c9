// Any bytes as a word processor file: the zip archive and its XML parts.
#include "reading_fuzz_check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    lede::fuzz::read_as(lede::reading::Format::kOffice, data, size);
    return 0;
}
