// Vocabulary: different strings as small numbers, in the order in which they were first seen.
//
//   id_of("law") -> 0    id_of("court") -> 1    id_of("law") -> 0    word(1) -> "court"
//
// All counting works on these numbers; strings come back only in the table. Memory: the bytes of
// the different strings and about 50 bytes each. Nothing is ever removed.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "stats/short_word.h"

namespace lede::stats {

class Vocabulary {
  public:
    Vocabulary();

    // The number of `word`, a new one if it was not seen. Constant time on average.
    std::uint32_t id_of(std::string_view word);

    // The numbers of many words, in their order. All are asked for before the first is looked up,
    // because memory is slower than all the rest. Requires: ids has room for as many.
    static constexpr std::size_t kWordsAtATime = 32;
    void ids_of(std::span<const ShortWord> words, std::uint32_t* ids);

    // The number of `word`, or kNone.
    std::uint32_t find(std::string_view word) const;

    // Requires: id < size(). The view is valid until the next `id_of`.
    std::string_view word(std::uint32_t id) const {
        return std::string_view(bytes_).substr(begins_[id], begins_[id + 1] - begins_[id]);
    }

    std::size_t size() const { return begins_.size() - 1; }

    // Numbers in code point order of their words, which UTF-8 has bytewise.
    std::vector<std::uint32_t> sorted() const;

  private:
    // Holds all of a word of up to eight bytes, so that a comparison looks at one place.
    struct Slot {
        std::uint64_t head;  // the first eight bytes
        std::uint32_t tag;  // 24 bits of the hash, then the size, kLongTag standing for longer ones
        std::uint32_t id;   // kNone: empty
    };

    static std::uint64_t hash_of(std::string_view word);
    std::uint32_t id_of(const ShortWord& word, std::uint64_t hash);
    bool has_tail(std::uint32_t id, const ShortWord& word) const;
    std::size_t slot_of(const ShortWord& word, std::uint64_t hash) const;
    std::size_t slot_of_long(std::string_view word, std::uint64_t hash) const;
    std::uint32_t add(std::size_t slot, std::string_view word, std::uint64_t hash);
    void grow();

    std::string bytes_;
    std::vector<std::uint64_t> begins_;  // one more than there are words
    std::vector<Slot> slots_;            // a power of two, at most half full
};

}  // namespace lede::stats
