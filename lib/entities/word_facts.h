// WordFacts: what is known of a single word before any text is read, in one small table.
//
//   facts.find(hash_bytes("trump")) -> {cluster 211, kSurname | kCapital}
//
// A word is known by the hash of its folded form: is it a given name, a surname, a city, a word of
// organisations' names; how running text writes it; its class among words used alike. Read in place
// from a file that `lede-train entities` writes; 16 bits of the hash tell words apart, so that
// about one unknown word in 10,000 is taken for a known one. It is evidence for a model, no truth.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lede::entities {

enum WordFact : std::uint16_t {
    kGivenName = 1,       // common in the United States
    kGivenNameWorld = 2,  // in use elsewhere
    kSurname = 4,         // common in the United States
    kSurnameWorld = 8,    // in use elsewhere
    kCityName = 16,       // a city of one word
    kPlaceWord = 32,      // a word of longer city names
    kOrgWord = 64,        // a word of several organisations' names
    kSmallWord = 128,     // written small in running text
    kCapitalWord = 256,   // written with a capital in running text
    kMixedWord = 512,     // both
};

struct WordFacts {
    std::uint16_t cluster = 0;  // 0: none
    std::uint16_t bits = 0;     // of WordFact
    friend bool operator==(const WordFacts&, const WordFacts&) = default;
};

class WordFactTable {
  public:
    // Requires: `bytes` outlive the table. Throws std::runtime_error if they are no such table.
    explicit WordFactTable(std::string_view bytes);

    // The facts of the word with this hash; none at all if it is not known. One or two cache lines.
    WordFacts find(std::uint64_t hash) const;

  private:
    std::string_view slots_;  // {u16 check, u16 cluster, u16 bits}; all zero: empty
    std::uint64_t count_ = 0;
};

// The bytes of a table: "WFT1", u32 slots, slots. Requires: hashes are distinct.
std::string make_word_facts(const std::vector<std::pair<std::uint64_t, WordFacts>>& words);

}  // namespace lede::entities
