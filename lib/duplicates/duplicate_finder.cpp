#include "duplicates/duplicate_finder.h"

#include <algorithm>
#include <array>

namespace lede::duplicates {
namespace {

constexpr std::size_t kFirstSlots = 64;
constexpr double kLeastTriples = 0.3;

// Fibonacci hashing (Knuth, TAOCP 3, 6.4) of a key into a table of any size: tables grow by half,
// so that little of them is empty.
std::size_t slot_of(std::uint32_t key, std::size_t slots) {
    const std::uint32_t hash = key * 0x9E3779B1U;
    return static_cast<std::size_t>(std::uint64_t{hash} * slots >> 32U);
}

}  // namespace

DuplicateFinder::DuplicateFinder(double least) : least_(least), bands_(kBands) {
    for (Band& band : bands_) band.slots.resize(kFirstSlots);
}

std::uint32_t DuplicateFinder::key_of(const Fingerprint& print, std::size_t band) const {
    return std::uint32_t{print.rows[2 * band]} << 16 | print.rows[2 * band + 1];
}

// The slot that holds the key, or the free one where it would go.
std::size_t DuplicateFinder::place_of(const Band& band, std::size_t number,
                                      std::uint32_t key) const {
    std::size_t slot = slot_of(key, band.slots.size());
    while (band.slots[slot] != 0 && key_of(original(band.slots[slot] - 1).print, number) != key)
        slot = slot + 1 == band.slots.size() ? 0 : slot + 1;
    return slot;
}

void DuplicateFinder::insert(std::size_t number, std::uint32_t index) {
    Band& band = bands_[number];
    std::uint32_t& place =
        band.slots[place_of(band, number, key_of(original(index).print, number))];
    if (place != 0) return;  // the first one stays
    place = index + 1;
    if (std::size_t{++band.used} * 10 > band.slots.size() * 8) grow(number);
}

void DuplicateFinder::grow(std::size_t number) {
    Band& band = bands_[number];
    const std::vector<std::uint32_t> old = std::move(band.slots);
    band.slots.assign(old.size() + old.size() / 2, 0);
    for (const std::uint32_t entry : old)
        if (entry != 0)
            band.slots[place_of(band, number, key_of(original(entry - 1).print, number))] = entry;
}

const DuplicateFinder::Original* DuplicateFinder::most_similar(const Fingerprint& print,
                                                               Likeness& alike) const {
    std::array<std::uint32_t, kBands> candidates{};
    std::size_t count = 0;
    for (std::size_t i = 0; i < kBands; ++i)
        if (const std::uint32_t entry = bands_[i].slots[place_of(bands_[i], i, key_of(print, i))])
            candidates[count++] = entry - 1;
    std::sort(candidates.begin(), candidates.begin() + count);
    const auto* const end = std::unique(candidates.begin(), candidates.begin() + count);

    const Original* best = nullptr;
    for (const std::uint32_t* candidate = candidates.begin(); candidate != end; ++candidate) {
        const Likeness now = likeness(print, original(*candidate).print);
        if (now.triples < kLeastTriples || now.words < least_) continue;
        if (best != nullptr && now.words + now.triples <= alike.words + alike.triples) continue;
        best = &original(*candidate);
        alike = now;
    }
    return best;
}

std::optional<Match> DuplicateFinder::add(const Fingerprint& print) {
    const std::uint32_t number = size_++;
    if (print.triples == 0) return std::nullopt;
    Likeness alike;
    if (const Original* best = most_similar(print, alike))
        return Match{best->number, alike.words,
                     print.exact == best->print.exact && print.words == best->print.words};
    if (originals_ % kBlock == 0) blocks_.emplace_back().reserve(kBlock);
    blocks_.back().push_back({print, number});
    const std::uint32_t index = originals_++;
    for (std::size_t i = 0; i < kBands; ++i) insert(i, index);
    return std::nullopt;
}

std::size_t DuplicateFinder::memory_bytes() const {
    std::size_t bytes = blocks_.size() * kBlock * sizeof(Original);
    for (const Band& band : bands_) bytes += band.slots.capacity() * 4;
    return bytes;
}

}  // namespace lede::duplicates
