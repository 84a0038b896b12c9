#include "search/strings.h"

#include <cstring>

namespace lede::search {
namespace {

// Multiply and fold eight bytes at a time (the mixing step of wyhash); only speed hangs on it.
std::uint32_t hash_of(std::string_view text) {
    constexpr std::uint64_t kFactor = 0x9E3779B97F4A7C15;
    std::uint64_t state = text.size() * kFactor;
    const auto mix = [&](std::uint64_t word) {
        state = (state ^ word) * kFactor;
        state ^= state >> 29;
    };
    std::size_t at = 0;
    for (; at + 8 <= text.size(); at += 8) {
        std::uint64_t word;
        std::memcpy(&word, text.data() + at, 8);
        mix(word);
    }
    std::uint64_t rest = 0;
    std::memcpy(&rest, text.data() + at, text.size() - at);
    mix(rest);
    return static_cast<std::uint32_t>(state >> 32);
}

}  // namespace

std::uint32_t StringInterner::id_of(std::string_view text) {
    const std::uint32_t hash = hash_of(text);
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = hash & mask;
    for (; slots_[at].id_and_one != 0; at = (at + 1) & mask)
        if (slots_[at].hash == hash && strings()[slots_[at].id_and_one - 1] == text)
            return slots_[at].id_and_one - 1;
    const std::uint32_t id = size();
    chars_ += text;
    offsets_.push_back(static_cast<std::uint32_t>(chars_.size()));
    slots_[at] = {hash, id + 1};
    if (std::size_t{size()} * 2 > slots_.size()) grow();
    return id;
}

void StringInterner::grow() {
    std::vector<Slot> wider(slots_.size() * 2);
    const std::size_t mask = wider.size() - 1;
    for (const Slot& slot : slots_) {
        if (slot.id_and_one == 0) continue;
        std::size_t at = slot.hash & mask;
        while (wider[at].id_and_one != 0) at = (at + 1) & mask;
        wider[at] = slot;
    }
    slots_ = std::move(wider);
}

}  // namespace lede::search
