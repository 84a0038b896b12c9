// Any bytes as mail: headers, parts, transfer encodings, mail boxes.
#include "reading_fuzz_check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    lede::fuzz::read_as(lede::reading::Format::kMail, data, size);
    return 0;
}
