// Any bytes as a page: decoding, the tree, the article and its metadata.
#include "reading_fuzz_check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    lede::fuzz::read_as(lede::reading::Format::kHtml, data, size);
    return 0;
}
