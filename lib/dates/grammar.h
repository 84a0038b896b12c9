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
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dates/assignment.h"
#include "dates/meaning.h"
#include "dates/word_key.h"
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

    // The word that text[at, at + size), in lower case, is; or nullptr.
    const Word* find_word(std::string_view text, std::size_t at, std::size_t size) const {
        const std::uint64_t key = word_key(text, at, size);
        const std::uint64_t hash = hash_of_key(key);
        const std::uint64_t bit = hash >> kFilterShift;
        if ((word_filter_[bit / 64] >> bit % 64 & 1) == 0) return nullptr;
        return find_keyed(key, hash, text.substr(at, size));
    }

    const std::vector<Word>& words() const { return words_; }

    // The node after `node` by `symbol`, or kNone.
    std::uint32_t step(std::uint32_t node, Symbol symbol) const {
        if (node == kRoot) return symbol < root_steps_.size() ? root_steps_[symbol] : kNone;
        std::uint32_t edge = nodes_[node].edge;
        const std::uint32_t end = nodes_[node + 1].edge;
        while (edge < end && edges_[edge].symbol < symbol) ++edge;
        return edge < end && edges_[edge].symbol == symbol ? edges_[edge].target : kNone;
    }
    // Whether a pattern goes on after `node`.
    bool goes_on(std::uint32_t node) const { return nodes_[node].edge < nodes_[node + 1].edge; }
    // What is complete with `node`.
    std::span<const Production> productions_at(std::uint32_t node) const {
        return {productions_.data() + nodes_[node].production,
                productions_.data() + nodes_[node + 1].production};
    }
    const std::vector<Assignment>& assignments(std::uint32_t rule) const { return rules_[rule]; }

    // The symbol of that name; makes one that nothing produces if no table names
    // it.
    Symbol symbol(std::string_view name);

  private:
    void read_rules(const lexicon::Table& table);
    void read_words(const lexicon::Table& table, bool trigger);
    void read_holidays(const lexicon::Table& table);
    void trigger_name(std::string_view name);
    void read_zones(const lexicon::Table& table);
    void add_pattern(Symbol left, std::string_view pattern, std::vector<Assignment> assignments);
    void add_sequence(const Production& production, const std::vector<Symbol>& symbols);
    Word& word(std::string_view key);
    const Word* find_keyed(std::uint64_t key, std::uint64_t hash, std::string_view word) const;
    void index_words();

    static constexpr unsigned kFilterShift = 64 - 16;
    struct WordSlot {
        std::uint64_t key = 0;  // 0: free
        std::uint32_t word = 0;
    };
    struct Edge {
        Symbol symbol;
        std::uint32_t target;
    };
    struct Node {
        std::uint32_t edge = 0;        // the first of its edges, which are sorted by symbol
        std::uint32_t production = 0;  // the first of its productions
    };
    // The trie as it grows.
    struct Building {
        std::map<std::pair<std::uint32_t, Symbol>, std::uint32_t> edges;
        std::vector<std::vector<Production>> complete;  // per node
    };
    void index_patterns();

    std::map<std::string, Symbol, std::less<>> symbols_;
    std::map<std::string, std::size_t, std::less<>> word_ids_;
    std::vector<Word> words_;
    std::vector<std::uint64_t> word_filter_;  // a bit for each of many hashes
    std::vector<WordSlot> word_slots_;        // open addressing
    std::vector<std::vector<Assignment>> rules_;
    Building building_;
    std::vector<Node> nodes_;  // and one behind the last
    std::vector<Edge> edges_;
    std::vector<Production> productions_;
    std::vector<std::uint32_t> root_steps_;  // by symbol
};

}  // namespace lede::dates
