// Occurrences: where the words, phrases and regexes of a query stand in one text.
//
// A text is cut once into phrase words (`lexicon/phrase_words.h`) and walked once for all words
// and phrases of the query, however many there are; each regex takes one linear pass more.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <variant>
#include <vector>

#include "search/query.h"
#include "text/span.h"

namespace re2 {
class RE2;
}

namespace lede::search {

struct Occurrence {
    Span span;
    std::uint32_t first_word = 0;  // index of its first phrase word; 0 for a regex
    std::uint32_t last_word = 0;
    friend bool operator==(const Occurrence&, const Occurrence&) = default;
};

// Occurrences of each leaf, in text order; indexed by leaf number.
using LeafOccurrences = std::vector<std::vector<Occurrence>>;

class OccurrenceFinder {
  public:
    OccurrenceFinder();
    ~OccurrenceFinder();
    OccurrenceFinder(OccurrenceFinder&&) noexcept;
    OccurrenceFinder& operator=(OccurrenceFinder&&) noexcept;

    // Adds a leaf of kind kWords or kRegex; returns its number, or why the regex is wrong.
    std::variant<std::uint32_t, QueryError> add(const Node& leaf);

    LeafOccurrences find(std::string_view text) const;

  private:
    struct Phrase {
        std::uint32_t leaf;
        bool prefix;
        bool ignore_case;
        std::vector<std::string> words;  // folded when ignore_case
    };

    bool matches_at(const Phrase& phrase, std::string_view text, const std::vector<Span>& words,
                    std::size_t at, std::string& scratch) const;
    void find_phrases(std::string_view text, LeafOccurrences& found) const;
    struct Regex {
        std::uint32_t leaf;
        bool whole_words;
        std::unique_ptr<re2::RE2> compiled;
    };
    void find_regex(const Regex& regex, std::string_view text,
                    std::vector<Occurrence>& found) const;

    std::uint32_t leaves_ = 0;
    std::vector<Phrase> phrases_;
    std::unordered_map<std::string, std::vector<std::uint32_t>> by_first_word_;  // folded
    std::vector<std::uint32_t> by_prefix_;  // one-word prefixes, tried one by one
    std::vector<Regex> regexes_;
};

}  // namespace lede::search
