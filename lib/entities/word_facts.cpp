#include "entities/word_facts.h"

#include <cstring>
#include <stdexcept>

namespace lede::entities {
namespace {

constexpr std::string_view kMagic = "WFT1";
constexpr std::size_t kHead = 8;
constexpr std::size_t kSlot = 6;

// Never zero, so that an empty slot is told by its check.
std::uint16_t check_of(std::uint64_t hash) {
    const auto check = static_cast<std::uint16_t>(hash);
    return check == 0 ? 1 : check;
}

// The upper half of the hash, scaled to the number of slots.
std::uint64_t slot_of(std::uint64_t hash, std::uint64_t slots) {
    return ((hash >> 32U) * slots) >> 32U;
}

std::uint16_t read_u16(std::string_view bytes, std::size_t at) {
    std::uint16_t value = 0;
    std::memcpy(&value, bytes.data() + at, sizeof value);
    return value;
}

}  // namespace

WordFactTable::WordFactTable(std::string_view bytes) {
    std::uint32_t slots = 0;
    if (bytes.size() < kHead || !bytes.starts_with(kMagic))
        throw std::runtime_error("not a table of word facts");
    std::memcpy(&slots, bytes.data() + 4, sizeof slots);
    if (slots == 0 || (bytes.size() - kHead) / kSlot < slots)
        throw std::runtime_error("table of word facts is cut off");
    slots_ = bytes.substr(kHead, kSlot * slots);
    count_ = slots;
}

WordFacts WordFactTable::find(std::uint64_t hash) const {
    const std::uint16_t check = check_of(hash);
    std::uint64_t slot = slot_of(hash, count_);
    // A full table ends the search too: a file of outside bytes may have no empty slot.
    for (std::uint64_t steps = 0; steps < count_; ++steps, slot = (slot + 1) % count_) {
        const std::uint16_t found = read_u16(slots_, slot * kSlot);
        if (found == 0) return {};
        if (found == check)
            return {read_u16(slots_, slot * kSlot + 2), read_u16(slots_, slot * kSlot + 4)};
    }
    return {};
}

std::string make_word_facts(const std::vector<std::pair<std::uint64_t, WordFacts>>& words) {
    const auto slots = static_cast<std::uint32_t>(words.size() * 5 / 4 + 2);
    std::string bytes(kMagic);
    bytes.append(reinterpret_cast<const char*>(&slots), sizeof slots);
    bytes.resize(kHead + kSlot * slots, '\0');
    for (const auto& [hash, facts] : words) {
        std::uint64_t slot = slot_of(hash, slots);
        while (read_u16(bytes, kHead + slot * kSlot) != 0) slot = (slot + 1) % slots;
        const std::uint16_t fields[3] = {check_of(hash), facts.cluster, facts.bits};
        std::memcpy(bytes.data() + kHead + slot * kSlot, fields, kSlot);
    }
    return bytes;
}

}  // namespace lede::entities
