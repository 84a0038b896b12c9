#include "stats/vocabulary.h"

#include <algorithm>
#include <cstring>
#include <numeric>

#include "text/span.h"

namespace lede::stats {
namespace {

constexpr std::size_t kFirstSlots = 64;

std::uint64_t load_eight(const char* at) {
    std::uint64_t bytes;
    std::memcpy(&bytes, at, 8);
    return bytes;
}

std::uint32_t tag_of(std::uint64_t hash) { return static_cast<std::uint32_t>(hash >> 32U); }

}  // namespace

// Multiply and shift over eight bytes at a time; fast on short words, spread enough for a table
// that is never more than half full. It is no defence against chosen keys.
std::uint64_t Vocabulary::hash_of(std::string_view word) {
    constexpr std::uint64_t kFactor = 0xFF51AFD7ED558CCDULL;
    std::uint64_t hash = 0x9E3779B97F4A7C15ULL ^ word.size();
    const char* at = word.data();
    std::size_t left = word.size();
    for (; left >= 8; left -= 8, at += 8) {
        hash = (hash ^ load_eight(at)) * kFactor;
        hash ^= hash >> 32U;
    }
    std::uint64_t bytes = 0;
    if (left >= 4) {
        std::uint32_t low = 0, high = 0;
        std::memcpy(&low, at, 4);
        std::memcpy(&high, at + left - 4, 4);
        bytes = std::uint64_t{high} << 32U | low;
    } else if (left > 0) {
        bytes = static_cast<unsigned char>(at[0]) |
                std::uint64_t{static_cast<unsigned char>(at[left / 2])} << 8U |
                std::uint64_t{static_cast<unsigned char>(at[left - 1])} << 16U;
    }
    hash = (hash ^ bytes) * kFactor;
    return hash ^ hash >> 29U;
}

Vocabulary::Vocabulary() : begins_{0}, slots_(kFirstSlots, Slot{0, kNone, 0}) {}

Vocabulary::Asked Vocabulary::ask(std::string_view word) const {
    const std::uint64_t hash = hash_of(word);
    __builtin_prefetch(&slots_[hash & (slots_.size() - 1)]);
    return {word, hash};
}

std::size_t Vocabulary::slot_of(std::string_view text, std::uint64_t hash) const {
    const std::size_t mask = slots_.size() - 1;
    const std::uint32_t tag = tag_of(hash);
    std::size_t at = hash & mask;
    while (slots_[at].id != kNone && (slots_[at].tag != tag || !is_at(slots_[at], text)))
        at = (at + 1) & mask;
    return at;
}

// Most words are short: two overlapping loads compare up to sixteen bytes without a call.
bool Vocabulary::is_at(const Slot& slot, std::string_view text) const {
    const std::size_t size = text.size();
    if (slot.size() != std::min<std::uint64_t>(size, kLongSize)) return false;
    if (size >= kLongSize && begins_[slot.id + 1] - slot.begin() != size) return false;
    const char* const a = bytes_.data() + slot.begin();
    const char* const b = text.data();
    if (size < 8 || size > 16) return std::memcmp(a, b, size) == 0;
    return load_eight(a) == load_eight(b) && load_eight(a + size - 8) == load_eight(b + size - 8);
}

std::uint32_t Vocabulary::id_of(const Asked& asked) {
    const auto [text, hash] = asked;
    const std::size_t slot = slot_of(text, hash);
    if (slots_[slot].id != kNone) return slots_[slot].id;
    const auto id = static_cast<std::uint32_t>(size());
    slots_[slot] = {tag_of(hash), id, bytes_.size() << 16U | std::min(text.size(), kLongSize)};
    bytes_.append(text);
    begins_.push_back(bytes_.size());
    tags_.push_back(static_cast<std::uint32_t>(hash));
    if (size() * 2 > slots_.size()) grow();
    return id;
}

std::uint32_t Vocabulary::find(std::string_view text) const {
    return slots_[slot_of(text, hash_of(text))].id;
}

void Vocabulary::grow() {
    std::vector<Slot> old(slots_.size() * 2, Slot{0, kNone, 0});
    old.swap(slots_);
    const std::size_t mask = slots_.size() - 1;
    for (const Slot& slot : old) {
        if (slot.id == kNone) continue;
        std::size_t at = tags_[slot.id] & mask;
        while (slots_[at].id != kNone) at = (at + 1) & mask;
        slots_[at] = slot;
    }
}

std::vector<std::uint32_t> Vocabulary::sorted() const {
    std::vector<std::uint32_t> ids(size());
    std::iota(ids.begin(), ids.end(), 0);
    std::sort(ids.begin(), ids.end(),
              [&](std::uint32_t a, std::uint32_t b) { return word(a) < word(b); });
    return ids;
}

}  // namespace lede::stats
