// Any bytes as a web crawl: record heads, HTTP messages, chunked and packed bodies.
#include "reading_fuzz_check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    lede::fuzz::read_as(lede::reading::Format::kWarc, data, size);
    return 0;
}
