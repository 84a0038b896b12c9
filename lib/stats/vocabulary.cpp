#include "stats/vocabulary.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include "text/span.h"

namespace lede::stats {
namespace {

constexpr std::size_t kFirstSlots = 64;
constexpr std::uint32_t kLongTag = 0xFF;  // of words with so many bytes or more
constexpr std::uint64_t kFactor = 0xFF51AFD7ED558CCDULL;

ShortWord short_of(std::string_view word) {
    return short_word::load(word, make_span(0, word.size()));
}

// Multiply and shift: fast, and spread enough for a table that is never more than half full. It is
// no defence against chosen keys.
std::uint64_t hash_of(const ShortWord& word) {
    const std::uint64_t high = word.high * 0x9E3779B97F4A7C15ULL;
    const std::uint64_t hash = (word.low ^ std::rotl(high, 32)) * kFactor;
    return hash ^ hash >> 32U;
}

std::uint32_t tag_of(std::uint64_t hash, std::uint32_t short_size) {
    return static_cast<std::uint32_t>(hash >> 40U) << 8U | short_size;
}

std::uint32_t tag_of(std::uint64_t hash, std::string_view word) {
    return tag_of(hash,
                  word.size() < kLongTag ? static_cast<std::uint32_t>(word.size()) : kLongTag);
}

// The first eight bytes as a number that sorts as they do.
std::uint64_t order_of(std::string_view word) {
    std::uint64_t order = 0;
    for (std::size_t i = 0; i < 8; ++i)
        order = order << 8U | (i < word.size() ? static_cast<unsigned char>(word[i]) : 0U);
    return order;
}

}  // namespace

std::uint64_t Vocabulary::hash_of(std::string_view word) {
    if (word.size() <= ShortWord::kLongest) return stats::hash_of(short_of(word));
    std::uint64_t hash = word.size();
    for (std::size_t at = 0; at < word.size(); at += ShortWord::kLongest) {
        const std::size_t begin = std::min(at, word.size() - ShortWord::kLongest);
        ShortWord piece = short_of(word.substr(begin, ShortWord::kLongest));
        piece.low ^= hash;
        hash = stats::hash_of(piece);
    }
    return hash;
}

Vocabulary::Vocabulary() : begins_{0}, slots_(kFirstSlots, Slot{0, 0, kNone}) {}

// Whether the word of that number, which is as long, goes on like this one behind its first eight
// bytes.
inline bool Vocabulary::has_tail(std::uint32_t id, const ShortWord& text) const {
    const std::size_t at = begins_[id] + 8;
    if (at + 8 > bytes_.size())
        return std::memcmp(bytes_.data() + at, &text.high, text.size - 8) == 0;
    std::uint64_t tail;
    std::memcpy(&tail, bytes_.data() + at, 8);
    return (tail & kByteMasks[text.size][1]) == text.high;
}

// The slot that holds the word, or the empty one where it belongs.
inline std::size_t Vocabulary::slot_of(const ShortWord& text, std::uint64_t hash) const {
    const Slot* const slots = slots_.data();
    const std::size_t mask = slots_.size() - 1;
    const std::uint32_t tag = tag_of(hash, text.size);
    for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
        const Slot& slot = slots[at];
        if (slot.head == text.low && slot.tag == tag && (text.size <= 8 || has_tail(slot.id, text)))
            return at;
        if (slot.id == kNone) return at;
    }
}

std::size_t Vocabulary::slot_of_long(std::string_view text, std::uint64_t hash) const {
    const std::size_t mask = slots_.size() - 1;
    const std::uint32_t tag = tag_of(hash, text);
    std::size_t at = hash & mask;
    while (slots_[at].id != kNone && (slots_[at].tag != tag || word(slots_[at].id) != text))
        at = (at + 1) & mask;
    return at;
}

std::uint32_t Vocabulary::add(std::size_t slot, std::string_view text, std::uint64_t hash) {
    const auto id = static_cast<std::uint32_t>(size());
    slots_[slot] = {short_of(text.substr(0, 8)).low, tag_of(hash, text), id};
    bytes_.append(text);
    begins_.push_back(bytes_.size());
    if (size() * 2 > slots_.size()) grow();
    return id;
}

void Vocabulary::ids_of(std::span<const ShortWord> words, std::uint32_t* ids) {
    std::array<std::uint64_t, kWordsAtATime> hashes;
    for (; !words.empty(); words = words.subspan(std::min(kWordsAtATime, words.size()))) {
        const std::size_t count = std::min(kWordsAtATime, words.size());
        for (std::size_t i = 0; i < count; ++i) {
            hashes[i] = stats::hash_of(words[i]);
            __builtin_prefetch(&slots_[hashes[i] & (slots_.size() - 1)]);
        }
        for (std::size_t i = 0; i < count; ++i) {
            // Most words are very short, known, and stand where they are looked for first.
            const ShortWord& word = words[i];
            const Slot& slot = slots_[hashes[i] & (slots_.size() - 1)];
            const bool is_here = slot.head == word.low &&
                                 slot.tag == tag_of(hashes[i], word.size) && word.size <= 8 &&
                                 slot.id != kNone;
            *ids++ = is_here ? slot.id : id_of(word, hashes[i]);
        }
    }
}

std::uint32_t Vocabulary::id_of(const ShortWord& text, std::uint64_t hash) {
    const std::size_t slot = slot_of(text, hash);
    if (slots_[slot].id != kNone) return slots_[slot].id;
    std::array<char, ShortWord::kLongest> bytes;
    std::memcpy(bytes.data(), &text.low, 8);
    std::memcpy(bytes.data() + 8, &text.high, 8);
    return add(slot, {bytes.data(), text.size}, hash);
}

std::uint32_t Vocabulary::id_of(std::string_view text) {
    const std::uint64_t hash = hash_of(text);
    const std::size_t slot = text.size() <= ShortWord::kLongest ? slot_of(short_of(text), hash)
                                                                : slot_of_long(text, hash);
    return slots_[slot].id != kNone ? slots_[slot].id : add(slot, text, hash);
}

std::uint32_t Vocabulary::find(std::string_view text) const {
    const std::uint64_t hash = hash_of(text);
    return slots_[text.size() <= ShortWord::kLongest ? slot_of(short_of(text), hash)
                                                     : slot_of_long(text, hash)]
        .id;
}

// Words are put anew in their order, so that their bytes are read from front to end.
void Vocabulary::grow() {
    std::vector<Slot>(slots_.size() * 2, Slot{0, 0, kNone}).swap(slots_);
    const std::size_t mask = slots_.size() - 1;
    for (std::uint32_t id = 0; id < size(); ++id) {
        const std::string_view text = word(id);
        const std::uint64_t hash = hash_of(text);
        std::size_t at = hash & mask;
        while (slots_[at].id != kNone) at = (at + 1) & mask;
        slots_[at] = {short_of(text.substr(0, 8)).low, tag_of(hash, text), id};
    }
}

std::vector<std::uint32_t> Vocabulary::sorted() const {
    struct Place {
        std::uint64_t order;
        std::uint32_t id;
    };
    std::vector<Place> places(size());
    for (std::uint32_t id = 0; id < places.size(); ++id) places[id] = {order_of(word(id)), id};
    std::sort(places.begin(), places.end(), [&](const Place& a, const Place& b) {
        return a.order != b.order ? a.order < b.order : word(a.id) < word(b.id);
    });
    std::vector<std::uint32_t> ids(size());
    std::ranges::transform(places, ids.begin(), &Place::id);
    return ids;
}

}  // namespace lede::stats
