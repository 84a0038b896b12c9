#include "support/md5.h"

#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <cstring>

namespace lede::test {
namespace {

constexpr std::array<int, 16> kShifts = {7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21};

void digest_block(const char* block, std::array<std::uint32_t, 4>& state) {
    std::array<std::uint32_t, 16> words;
    std::memcpy(words.data(), block, 64);
    auto [a, b, c, d] = state;
    for (std::uint32_t i = 0; i < 64; ++i) {
        std::uint32_t mixed = 0, word = 0;
        if (i < 16) {
            mixed = (b & c) | (~b & d), word = i;
        } else if (i < 32) {
            mixed = (d & b) | (~d & c), word = (5 * i + 1) % 16;
        } else if (i < 48) {
            mixed = b ^ c ^ d, word = (3 * i + 5) % 16;
        } else {
            mixed = c ^ (b | ~d), word = 7 * i % 16;
        }
        const auto sine = static_cast<std::uint32_t>(std::abs(std::sin(i + 1.0)) * 4294967296.0);
        const std::uint32_t sum = a + mixed + sine + words[word];
        a = d, d = c, c = b;
        b += std::rotl(sum, kShifts[i / 16 * 4 + i % 4]);
    }
    state[0] += a, state[1] += b, state[2] += c, state[3] += d;
}

}  // namespace

std::string md5(std::string_view bytes) {
    std::string padded(bytes);
    padded += '\x80';
    while (padded.size() % 64 != 56) padded += '\0';
    const std::uint64_t bits = bytes.size() * 8;
    padded.append(reinterpret_cast<const char*>(&bits), 8);
    std::array<std::uint32_t, 4> state = {0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476};
    for (std::size_t at = 0; at < padded.size(); at += 64) digest_block(padded.data() + at, state);
    std::string hex;
    for (const std::uint32_t word : state)
        for (int shift = 0; shift < 32; shift += 8) {
            const std::uint32_t byte = word >> shift & 0xFF;
            hex += "0123456789abcdef"[byte >> 4];
            hex += "0123456789abcdef"[byte & 15];
        }
    return hex;
}

}  // namespace lede::test
