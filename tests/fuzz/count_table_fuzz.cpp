// Any bytes as a table of counts: refused with a message, or a corpus whose parts hold its items.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "stats/count_table.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace lede::stats;
    const std::string_view tsv(reinterpret_cast<const char*>(data), size);
    const auto corpus = parse_count_table(tsv, "fuzz.tsv");
    if (!corpus) return 0;
    for (std::uint32_t id = 0; id < corpus.value().vocabulary().size(); ++id) {
        std::uint64_t sum = 0;
        for (const std::uint64_t count : corpus.value().spread(id).counts) sum += count;
        if (sum != corpus.value().frequency(id)) std::abort();
    }
    return 0;
}
