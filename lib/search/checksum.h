// CRC-32C (Castagnoli), the checksum of the index's files: one machine instruction for eight bytes
// where the processor has it, a table elsewhere; the same number either way.
#pragma once

#include <cstdint>
#include <string_view>

namespace lede::search {

std::uint32_t crc32c(std::string_view bytes);

}  // namespace lede::search
