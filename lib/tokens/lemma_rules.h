// Lemma rules: from a tagged word to its lemma by learned edits of its end.
//
//   LemmaRules rules(lexicon.file("tokens/lemmas.model"), kinds);
//   rules.append_lemma("Studies", xpos of NNS, Upos::kNoun, out)   -> "study": lower case, -ies +y
//   rules.append_lemma("States", xpos of NNPS, Upos::kPropn, out)  -> "State": case kept, -s
//
// A rule changes the case, takes bytes off the end and puts others on. Words that training saw
// often, and those that no ending foretells ("went", "'d"), have their rule in a table by form and
// tags. Any other word takes the rule of its longest known ending with its tags and case that
// makes a word that `kinds` has ("provoked": not "provok"), or else of its longest known ending.
// Where that makes no base form of an inflected word, any rule that makes one will do: the one that
// changes least. What no table knows is lower-cased, unless it is a proper noun; numbers lose only
// their commas. Curly apostrophes count as straight ones.
//
// File: "LEM1", u32 bytes of rules, u32 bytes of the table of forms, rules each ending in '\n'
// ("case strip ending", as in "1 3 y"), WordClasses of forms, WordClasses of endings.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "learning/word_classes.h"
#include "model/token.h"

namespace lede::tokens {

enum class LemmaCase : std::uint8_t { kKeep, kLower, kCapitalize };

struct LemmaRule {
    LemmaCase letter_case = LemmaCase::kLower;
    std::uint8_t strip = 0;  // bytes taken off the end; kStripAll: the ending is the whole lemma
    std::string_view ending;
    friend bool operator==(const LemmaRule&, const LemmaRule&) = default;
};

inline constexpr std::uint8_t kStripAll = 99;
inline constexpr std::size_t kLongestEnding = 6;  // bytes

// How a word is looked up: its folded form, its tags and the case it is written in.
class LemmaKey {
  public:
    LemmaKey(std::string_view form, Xpos xpos, Upos upos);
    std::uint64_t of_form() const;
    // Requires: size <= kLongestEnding. Of the last `size` bytes, fewer if the form is shorter.
    std::uint64_t of_ending(std::size_t size) const;
    std::size_t form_size() const { return folded_.size(); }
    bool has_digit() const { return folded_.find('0') != folded_.npos; }

  private:
    std::string folded_;
    std::uint32_t context_;
};

// Appends the form as edited by `rule`; a rule that takes off more than there is takes all.
void apply_lemma_rule(const LemmaRule& rule, std::string_view form, std::string& out);

class LemmaRules {
  public:
    // Requires: `bytes` outlive the object. `kinds` tells of words by folded form, with the bits of
    // word_kinds.h.
    // Throws std::runtime_error if the bytes are no such file.
    LemmaRules(std::string_view bytes, learning::WordClasses kinds);

    // Appends the lemma to `out`. Safe from many threads.
    void append_lemma(std::string_view form, Xpos xpos, Upos upos, std::string& out) const;

  private:
    const LemmaRule* rule_at(std::uint16_t number) const;
    const LemmaRule* rule_by_ending(const LemmaKey& key, std::string_view form) const;

    std::vector<LemmaRule> rules_;  // the tables number them from 1
    learning::WordClasses forms_, endings_, kinds_;
};

// The bytes for LemmaRules; tables as pairs of key and number of the rule.
struct LemmaTables {
    std::vector<LemmaRule> rules;
    std::vector<std::pair<std::uint64_t, std::uint16_t>> forms, endings;
};
std::string make_lemma_rules(const LemmaTables& tables);

}  // namespace lede::tokens
