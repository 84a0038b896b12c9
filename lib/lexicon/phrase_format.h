// The bytes of a compiled phrase index, shared by its reader and its compiler.
//
//   "LPH1"  u32 fold  u32 word slots  u32 edge slots  u32 nodes  u32 rows  u32 chars
//   then the five sections of PhraseIndex in the order of its members
#pragma once

#include <cstdint>
#include <string_view>

namespace lede::lexicon {

inline constexpr std::string_view kPhraseMagic = "LPH1";
inline constexpr std::size_t kPhraseHeaderSize = 28;
inline constexpr std::size_t kWordSlotSize = 16;
inline constexpr std::size_t kEdgeSlotSize = 12;

// FNV-1a; phrase words are short.
constexpr std::uint32_t hash_word(std::string_view word) {
    std::uint32_t hash = 2166136261U;
    for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    return hash ^ (hash >> 15);
}

constexpr std::uint32_t hash_edge(std::uint32_t node, std::uint32_t word) {
    std::uint64_t key = (std::uint64_t{node} << 32 | word) * 0x9E3779B97F4A7C15ULL;
    return static_cast<std::uint32_t>(key >> 32);
}

}  // namespace lede::lexicon
