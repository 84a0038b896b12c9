#include "duplicates/duplicate_finder.h"

#include <algorithm>
#include <array>

namespace lede::duplicates {
namespace {

constexpr std::size_t kFirstSlots = 64;

// Fibonacci hashing (Knuth, TAOCP 3, 6.4) of a key into a table of a power of two.
std::size_t slot_of(std::uint32_t key, std::size_t slots) {
    return (std::uint64_t{key} * 0x9E3779B97F4A7C15 >> 20) & (slots - 1);
}

}  // namespace

DuplicateFinder::DuplicateFinder(double least) : least_(least), bands_(kBands) {
    for (Band& band : bands_) band.slots.resize(kFirstSlots);
}

std::uint32_t DuplicateFinder::key_of(const Fingerprint& print, std::size_t band) const {
    return std::uint32_t{print.rows[2 * band]} << 16 | print.rows[2 * band + 1];
}

// The slot that holds the key, or the free one where it would go.
std::uint32_t* DuplicateFinder::place_of(Band& band, std::size_t number, std::uint32_t key) {
    std::size_t slot = slot_of(key, band.slots.size());
    while (band.slots[slot] != 0 && key_of(originals_[band.slots[slot] - 1], number) != key)
        slot = (slot + 1) & (band.slots.size() - 1);
    return &band.slots[slot];
}

void DuplicateFinder::insert(std::size_t number, std::uint32_t original) {
    Band& band = bands_[number];
    std::uint32_t* const place = place_of(band, number, key_of(originals_[original], number));
    if (*place != 0) return;  // the first one stays
    *place = original + 1;
    if (++band.used * 10 > band.slots.size() * 8) grow(number);
}

void DuplicateFinder::grow(std::size_t number) {
    Band& band = bands_[number];
    const std::vector<std::uint32_t> old = std::move(band.slots);
    band.slots.assign(old.size() * 2, 0);
    for (const std::uint32_t entry : old)
        if (entry != 0) *place_of(band, number, key_of(originals_[entry - 1], number)) = entry;
}

std::optional<Match> DuplicateFinder::add(const Fingerprint& print) {
    const std::uint32_t number = size_++;
    if (print.triples == 0) return std::nullopt;
    std::array<std::uint32_t, kBands> candidates{};
    std::size_t count = 0;
    for (std::size_t i = 0; i < kBands; ++i)
        if (const std::uint32_t entry = *place_of(bands_[i], i, key_of(print, i)))
            candidates[count++] = entry - 1;
    std::sort(candidates.begin(), candidates.begin() + count);
    const auto* const end = std::unique(candidates.begin(), candidates.begin() + count);

    std::optional<Match> best;
    for (const std::uint32_t* candidate = candidates.begin(); candidate != end; ++candidate) {
        const Fingerprint& original = originals_[*candidate];
        const double alike = similarity(print, original);
        if (alike < least_ || (best && alike <= best->similarity)) continue;
        best = {numbers_[*candidate], alike,
                print.exact == original.exact && print.words == original.words};
    }
    if (best) return best;
    originals_.push_back(print);
    numbers_.push_back(number);
    const auto original = static_cast<std::uint32_t>(originals_.size() - 1);
    for (std::size_t i = 0; i < kBands; ++i) insert(i, original);
    return std::nullopt;
}

std::size_t DuplicateFinder::memory_bytes() const {
    std::size_t bytes = originals_.capacity() * sizeof(Fingerprint) + numbers_.capacity() * 4;
    for (const Band& band : bands_) bytes += band.slots.capacity() * 4;
    return bytes;
}

}  // namespace lede::duplicates
