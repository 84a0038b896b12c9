#include "tokens/boundary_model.h"

#include <bit>
#include <cstring>
#include <stdexcept>
#include <utility>

namespace lede::tokens {
namespace {

constexpr std::string_view kMagic = "LSB2";
constexpr std::size_t kHead = 12 + 2 * kGapKinds;
constexpr std::uint32_t kMostProbes = 64;  // ends the search in a table that is full

std::uint32_t read_u32(std::string_view bytes, std::size_t at) {
    std::uint32_t value = 0;
    std::memcpy(&value, bytes.data() + at, sizeof value);
    return value;
}

void append_u32(std::string& out, std::size_t value) {
    const auto word = static_cast<std::uint32_t>(value);
    out.append(reinterpret_cast<const char*>(&word), sizeof word);
}

// The part of a hash that is stored, never 0.
std::uint16_t check_of(std::uint64_t hash) {
    return static_cast<std::uint16_t>((hash >> 48U & 0xFFFCU) | 4U);
}

}  // namespace

BoundaryModel::BoundaryModel(std::string_view bytes) {
    if (bytes.size() < kHead || !bytes.starts_with(kMagic))
        throw std::runtime_error("not a sentence boundary model");
    const std::uint32_t weights = read_u32(bytes, 4);
    const std::uint32_t slots = read_u32(bytes, 8);
    if (!std::has_single_bit(weights) || !std::has_single_bit(slots) ||
        bytes.size() != kHead + weights + 2 * std::size_t{slots})
        throw std::runtime_error("sentence boundary model has a broken head");
    std::memcpy(least_first_scores_.data(), bytes.data() + 12, 2 * kGapKinds);
    weights_ = reinterpret_cast<const std::int8_t*>(bytes.data() + kHead);
    weight_mask_ = weights - 1;
    slots_ = bytes.substr(kHead + weights);
    slot_mask_ = slots - 1;
}

WordCase BoundaryModel::word_case(std::uint64_t word_hash) const {
    const std::uint16_t check = check_of(word_hash);
    const auto home = static_cast<std::uint32_t>(word_hash);
    for (std::uint32_t probe = 0; probe < kMostProbes; ++probe) {
        const std::uint32_t slot = home + probe;
        std::uint16_t entry = 0;
        std::memcpy(&entry, slots_.data() + 2 * std::size_t{slot & slot_mask_}, 2);
        if (entry == 0) return WordCase::kUnknown;
        if ((entry & 0xFFFCU) == check) return static_cast<WordCase>(entry & 3U);
    }
    return WordCase::kUnknown;
}

std::string make_boundary_model(std::span<const std::int8_t> weights,
                                const LeastFirstScores& least_first_scores,
                                std::span<const std::pair<std::uint64_t, WordCase>> words) {
    const std::size_t count = std::bit_ceil(words.size() * 3 / 2 + 2);
    std::vector<std::uint16_t> slots(count, 0);
    for (const auto& [hash, word_case] : words) {
        std::size_t slot = static_cast<std::uint32_t>(hash) & (count - 1);
        while (slots[slot] != 0) slot = (slot + 1) & (count - 1);
        slots[slot] = static_cast<std::uint16_t>(check_of(hash) | static_cast<unsigned>(word_case));
    }
    std::string out(kMagic);
    append_u32(out, weights.size());
    append_u32(out, count);
    out.append(reinterpret_cast<const char*>(least_first_scores.data()), 2 * kGapKinds);
    out.append(reinterpret_cast<const char*>(weights.data()), weights.size());
    out.append(reinterpret_cast<const char*>(slots.data()), 2 * count);
    return out;
}

}  // namespace lede::tokens
