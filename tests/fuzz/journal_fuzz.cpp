// Any bytes as a line of a run's journal: it is read back the same once it was taken.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "writing/journal.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace lede::writing;
    const auto entry = parse_part_entry({reinterpret_cast<const char*>(data), size});
    if (!entry) return 0;
    const std::string line = line_of(entry.value());
    const auto again = parse_part_entry(line);
    if (!again || line_of(again.value()) != line) std::abort();
    return 0;
}
