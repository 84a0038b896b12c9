// Vocabulary: different strings as small numbers, in the order in which they were first seen.
//
//   id_of("law") -> 0    id_of("court") -> 1    id_of("law") -> 0    word(1) -> "court"
//
// All counting works on these numbers; strings come back only in the table. Memory: the bytes of
// the different strings and about 50 bytes each. Nothing is ever removed.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lede::stats {

class Vocabulary {
  public:
    Vocabulary();

    // The number of `word`, a new one if it was not seen. Constant time on average.
    std::uint32_t id_of(std::string_view word) { return id_of(Asked{word, hash_of(word)}); }

    // The same in two steps, for many words: `ask` for some, and memory is on its way when `id_of`
    // looks. The word is borrowed until then.
    struct Asked {
        std::string_view word;
        std::uint64_t hash;
    };
    Asked ask(std::string_view word) const;
    std::uint32_t id_of(const Asked& asked);

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
    // Holds what a comparison needs, so that it looks at one place beside the word's bytes.
    struct Slot {
        std::uint32_t tag;    // of the hash, so that most comparisons end here
        std::uint32_t id;     // kNone: empty
        std::uint64_t place;  // begin of 48 bits, then size of 16; kLongSize: that or more
        std::uint64_t begin() const { return place >> 16U; }
        std::uint64_t size() const { return place & kLongSize; }
    };
    static constexpr std::uint64_t kLongSize = 0xFFFF;

    static std::uint64_t hash_of(std::string_view word);
    std::size_t slot_of(std::string_view word, std::uint64_t hash) const;
    bool is_at(const Slot& slot, std::string_view word) const;
    void grow();

    std::string bytes_;
    std::vector<std::uint64_t> begins_;  // one more than there are words
    std::vector<std::uint32_t> tags_;    // parallel to words: the low half of the hash
    std::vector<Slot> slots_;            // a power of two, at most half full
};

}  // namespace lede::stats
