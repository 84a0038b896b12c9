// Any bytes as a file of frequencies: refused with a message, or read, written and read the same.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "stats/frequency_list.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace lede::stats;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto list = parse_frequency_file(bytes, "fuzz.freq");
    if (!list) return 0;
    std::string written;
    append_frequency_file(list.value(), written);
    const auto again = parse_frequency_file(written, "fuzz.freq");
    if (!again || !(again.value() == list.value())) std::abort();
    FrequencyList twice = list.value();
    if (twice.total > UINT64_MAX / 2 || twice.articles > UINT64_MAX / 2) return 0;
    twice.merge(list.value());
    if (twice.rows.size() != list.value().rows.size()) std::abort();
    return 0;
}
