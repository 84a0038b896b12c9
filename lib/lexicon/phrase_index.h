// PhraseIndex: finds all phrases of a table in a text, in one pass.
//
//   # phrases: name fold      lexicon.phrases("citations/treaties").find(text)
//   Dayton Peace Accords      "The Dayton Peace Accords ended" -> [{4, 24}, row 17]
//
// A trie over phrase words (`phrase_words.h`), stored as two open-addressing hash tables that are
// read in place. A lookup costs one hash per word and one per transition; a match never looks
// further than its longest phrase, so the whole is linear in the text times that length.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/table_compiler.h"
#include "text/span.h"

namespace lede::lexicon {

struct PhraseMatch {
    Span span;
    std::uint32_t row = kNone;  // first row of the table with this phrase
    std::uint32_t words = 0;    // number of phrase words
    friend bool operator==(const PhraseMatch&, const PhraseMatch&) = default;
};

class PhraseIndex {
  public:
    static constexpr std::uint32_t kRoot = 0;

    // Requires: `bytes` came from `compile_phrases` and outlive the index.
    // Throws std::runtime_error if they are no compiled index.
    explicit PhraseIndex(std::string_view bytes);

    // Identifier of a word as it stands in the text (folded here if the index folds), or kNone.
    // `scratch` is a buffer to reuse between calls.
    std::uint32_t word(std::string_view word, std::string& scratch) const;

    // The node after `node` by `word`, or kNone.
    std::uint32_t step(std::uint32_t node, std::uint32_t word) const;

    // First row whose phrase ends at `node`, or kNone; and the next one with the same phrase.
    std::uint32_t first_row(std::uint32_t node) const;
    std::uint32_t next_row(std::uint32_t row) const;

    // The longest match at each place, left to right, without overlaps.
    std::vector<PhraseMatch> find(std::string_view text) const;
    std::vector<PhraseMatch> find(std::string_view text, const std::vector<Span>& words) const;

    // The longest match that begins at words[at]; `words` 0 if there is none. `ids` are the words'
    // identifiers.
    PhraseMatch match_at(const std::vector<Span>& words, const std::vector<std::uint32_t>& ids,
                         std::size_t at) const;

    // Rows whose phrase is exactly `phrase`: the first, or kNone.
    std::uint32_t lookup(std::string_view phrase) const;

  private:
    std::string_view section(std::size_t i) const;

    std::string_view bytes_;
    bool fold_ = false;
    std::uint32_t word_mask_ = 0;
    std::uint32_t edge_mask_ = 0;
    std::string_view word_slots_;  // {u32 hash, u32 id + 1, u32 begin, u32 size}
    std::string_view edge_slots_;  // {u32 node, u32 word, u32 next + 1}
    std::string_view node_rows_;   // u32 row + 1 per node
    std::string_view next_rows_;   // u32 row + 1 per row
    std::string_view chars_;
};

// The bytes for `PhraseIndex` over the table's phrase column. Requires: it has one. Empty phrases
// are left out.
std::string compile_phrases(const ParsedTable& table);

}  // namespace lede::lexicon
