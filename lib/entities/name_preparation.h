// NamePreparation: reads a document once for the name model.
//
//   NamePreparation preparation(lexicon, gazetteer);
//   PreparationMemory memory;                             one per thread, kept
//   preparation.prepare(document, memory, prepared);      once for each document
//
// Each token's own properties (worked out once for each word and remembered), the known names it
// stands in, titles before it, and what the rest of the article shows of the same word: after a
// title, before "said", never small … (Chieu and Ng 2003). It writes no features and judges
// nothing.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "entities/gazetteer.h"
#include "entities/small_words.h"
#include "entities/token_view.h"
#include "entities/word_facts.h"
#include "learning/keyed_cache.h"
#include "lexicon/lexicon.h"
#include "model/document.h"

namespace lede::entities {

// Bits by word, for the words of one document.
class WordBits {
  public:
    // Requires: words are hashes, none 0.
    void clear();
    void add(std::uint64_t word, std::uint16_t bits);
    std::uint16_t find(std::uint64_t word) const;

  private:
    std::size_t slot_of(std::uint64_t word) const;
    void grow();

    std::vector<std::pair<std::uint64_t, std::uint16_t>> slots_;  // a power of two; word 0: empty
    std::size_t used_ = 0;
};

struct PreparationMemory {
    learning::KeyedCache<TokenView> words{1U << 13U};
    GazetteerMemory gazetteer;
    WordBits evidence;
    std::string folded, shape;
    std::vector<Span> spans;
};

class NamePreparation {
  public:
    // Requires: the gazetteer outlives the object.
    NamePreparation(const Lexicon& lexicon, const Gazetteer& gazetteer);

    // Replaces `prepared`. Linear; safe from many threads, each with its own memory.
    void prepare(const Document& document, PreparationMemory& memory,
                 PreparedDocument& prepared) const;

  private:
    void view_word(std::string_view text, PreparationMemory& memory, TokenView& view) const;
    bool opens_title(std::string_view text, PreparationMemory& memory) const;
    void mark_known_names(const Document& document, std::uint32_t sentence,
                          PreparationMemory& memory, PreparedDocument& prepared) const;
    void mark_titles(const Document& document, const Sentence& sentence, PreparationMemory& memory,
                     PreparedDocument& prepared) const;

    const Gazetteer& gazetteer_;
    WordFactTable facts_;
    lexicon::Table name_words_;
    lexicon::PhraseIndex titles_;
    SmallWords small_words_;
};

}  // namespace lede::entities
