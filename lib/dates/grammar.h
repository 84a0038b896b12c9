// Grammar: the words and rules of data/dates, compiled for parsing.
//
//   words.tsv   feb  MONTH  month=2            what a word can be, and what it
//   then says rules.tsv   DATE  MONTH DAYNUM ,? YEAR     what a sequence of
//   such is; fields of all are merged
//
// Symbols are the classes and constituents (upper case in the tables) and the
// words that patterns name themselves (lower case). Patterns are expanded into
// plain sequences and stored as a trie, so that a parse pays for the steps that
// its words allow and not for the number of rules.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "dates/assignment.h"
#include "dates/meaning.h"
#include "lexicon/lexicon.h"

namespace lede::dates {

using Symbol = std::uint16_t;

// One thing that a word or numeral can be.
struct Term {
    Symbol symbol;
    Meaning meaning;
};

struct Word {
    std::string key;  // folded
    std::vector<Term> terms;
    bool trigger = false;       // an expression can grow from it ("of" and "two" cannot start one)
    bool joined = false;        // a trigger where it hangs on a numeral: "15h"
    bool abbreviation = false;  // a period after it belongs to it
};

// One plain sequence of a rule's pattern.
struct Production {
    Symbol left;
    std::uint32_t rule;
    std::vector<std::uint8_t> elements;  // 1-based places in the pattern, of each symbol in order
};

class Grammar {
  public:
    static constexpr std::uint32_t kRoot = 0;

    // Throws std::runtime_error where a table cannot be read.
    explicit Grammar(const Lexicon& lexicon);

    // The word with this folded key, or nullptr. `hash` is `hash_of(key)`.
    const Word* find_word(std::string_view key, std::uint32_t hash) const;

    // The same for a word of ASCII letters as it stands in a text; `hash` is that of the folded
    // word.
    const Word* find_folded(std::string_view letters, std::uint32_t hash) const {
        const std::size_t mask = word_slots_.size() - 1;
        for (std::size_t slot = hash & mask; word_slots_[slot] != 0; slot = (slot + 1) & mask) {
            const Word& candidate = words_[word_slots_[slot] - 1];
            if (candidate.key.size() != letters.size()) continue;
            std::size_t same = 0;
            while (same < letters.size() && candidate.key[same] == (letters[same] | 0x20)) ++same;
            if (same == letters.size()) return &candidate;
        }
        return nullptr;
    }

    // FNV-1a, step by step: start from kHashSeed and add each folded byte.
    static constexpr std::uint32_t kHashSeed = 2166136261U;
    static constexpr std::uint32_t hash_step(std::uint32_t hash, char c) {
        return (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    }

    // The node after `node` by `symbol`, or kNone.
    std::uint32_t step(std::uint32_t node, Symbol symbol) const;
    const std::vector<std::uint32_t>& productions_at(std::uint32_t node) const {
        return complete_[node];
    }
    const Production& production(std::uint32_t i) const { return productions_[i]; }
    const std::vector<Assignment>& assignments(std::uint32_t rule) const { return rules_[rule]; }

    // The symbol of that name; makes one that nothing produces if no table names
    // it.
    Symbol symbol(std::string_view name);

  private:
    void read_rules(const lexicon::Table& table);
    void read_words(const lexicon::Table& table, bool trigger);
    void read_holidays(const lexicon::Table& table);
    void read_zones(const lexicon::Table& table);
    void add_pattern(Symbol left, std::string_view pattern, std::vector<Assignment> assignments);
    void add_sequence(const Production& production, const std::vector<Symbol>& symbols);
    Word& word(std::string_view key);
    void index_words();

    std::map<std::string, Symbol, std::less<>> symbols_;
    std::map<std::string, std::size_t, std::less<>> word_ids_;
    std::vector<Word> words_;
    std::vector<std::uint32_t> word_slots_;  // open addressing: index + 1
    std::vector<std::vector<Assignment>> rules_;
    std::vector<Production> productions_;
    std::vector<std::vector<std::uint32_t>> complete_;  // per node
    std::vector<std::uint64_t> edge_keys_;              // open addressing: node, symbol, + 1
    std::vector<std::uint32_t> edge_targets_;
    std::map<std::uint64_t, std::uint32_t> edges_;
};

}  // namespace lede::dates
