// Any bytes under any declared encoding: the result is valid UTF-8. The first line is the label.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "reading/encoding.h"
#include "text/utf8.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace lede;
    static const reading::TextDecoder decoder{Lexicon()};
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const std::size_t end = std::min(bytes.find('\n'), bytes.size());
    const std::string_view text = bytes.substr(std::min(end + 1, bytes.size()));
    for (const bool is_page : {false, true})
        if (!utf8::is_valid(decoder.decode(text, bytes.substr(0, end), is_page))) std::abort();
    return 0;
}
