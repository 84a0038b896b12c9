#include "search/checksum.h"

#include <array>
#include <cstring>

namespace lede::search {
namespace {

constexpr std::uint32_t kPolynomial = 0x82F63B78;  // reflected

constexpr auto kTable = [] {
    std::array<std::uint32_t, 256> table{};
    for (std::uint32_t i = 0; i < 256; ++i) {
        std::uint32_t state = i;
        for (int bit = 0; bit < 8; ++bit) state = state >> 1 ^ (state & 1 ? kPolynomial : 0);
        table[i] = state;
    }
    return table;
}();

std::uint32_t by_table(std::uint32_t state, std::string_view bytes) {
    for (const char c : bytes)
        state = state >> 8 ^ kTable[(state ^ static_cast<unsigned char>(c)) & 0xFF];
    return state;
}

#if defined(__x86_64__)
__attribute__((target("sse4.2"))) std::uint32_t by_instruction(std::uint32_t state,
                                                               std::string_view bytes) {
    std::uint64_t wide = state;
    std::size_t at = 0;
    for (; at + 8 <= bytes.size(); at += 8) {
        std::uint64_t word;
        std::memcpy(&word, bytes.data() + at, 8);
        wide = __builtin_ia32_crc32di(wide, word);
    }
    return by_table(static_cast<std::uint32_t>(wide), bytes.substr(at));
}
#endif

}  // namespace

std::uint32_t crc32c(std::string_view bytes) {
#if defined(__x86_64__)
    if (__builtin_cpu_supports("sse4.2")) return ~by_instruction(0xFFFFFFFF, bytes);
#endif
    return ~by_table(0xFFFFFFFF, bytes);
}

}  // namespace lede::search
