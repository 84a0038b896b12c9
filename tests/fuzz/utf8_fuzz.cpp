// Any bytes: repair gives valid UTF-8, leaves valid text alone, and agrees with the decoder.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "text/utf8.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace lede;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const std::string repaired = utf8::repair(text);
    if (!utf8::is_valid(repaired)) std::abort();
    if (utf8::is_valid(text) && repaired != text) std::abort();
    std::size_t decoded = 0;
    for (std::size_t at = 0; at < text.size(); at += utf8::decode(text, at).size) ++decoded;
    if (decoded != utf8::count_code_points(repaired)) std::abort();
    return 0;
}
