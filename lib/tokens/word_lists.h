// WordLists: the words that the tokenizer and the sentence splitter know by name.
//
//   WordLists lists(lexicon);
//   lists.abbreviation("Sen.").kind -> AbbreviationKind::kTitle
//   lists.is_hyphen_prefix("non")   -> true
//
// Built once from data/tokens/*.tsv and then only read: safe from many threads. It knows no rules.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "lexicon/lexicon.h"
#include "tokens/word_filter.h"

namespace lede::tokens {

enum class AbbreviationKind : std::uint8_t {
    kNone,
    kTitle,    // Sen.: before a name
    kMonth,    // Feb.
    kWeekday,  // Tues.
    kCompany,  // Inc.
    kPlace,    // U.S., Calif.
    kStreet,   // Ave.
    kNumber,   // No., p.: before a number
    kLatin,    // e.g.
    kUnit,     // ft.
    kDegree,   // Ph.D.
    kSuffix,   // Jr.: after a name
    kTime,     // p.m.
    kParty,    // Dem.
    kOther,
};

// What a word after a possessive tells: "its the" is none, nor is "its very easy to".
enum class AfterPossessive : std::uint8_t { kAny, kNever, kAdjective, kAdverb, kClose };

// How a word that is written as one is split.
struct Contraction {
    std::vector<std::uint8_t> sizes;    // of its parts in bytes; empty: it is not split
    bool only_before_no_thing = false;  // "its": a possessive before a noun phrase
};

struct Abbreviation {
    AbbreviationKind kind = AbbreviationKind::kNone;
    bool only_before_digit = false;  // "No.": elsewhere it is a word and a period
};

class WordLists {
  public:
    // Throws std::runtime_error if a table is missing or names an unknown kind.
    explicit WordLists(const Lexicon& lexicon);

    // `word` with its final period, as it stands in the text.
    Abbreviation abbreviation(std::string_view word) const {
        if (word.size() < 2) return {};
        if (!abbreviation_filter_.may_hold(letters_of(word))) return {};
        return find_abbreviation(word);
    }

    // The rest are asked with ASCII lower-cased words, straight apostrophes.
    bool is_hyphen_prefix(std::string_view word) const { return hyphen_prefixes_.contains(word); }
    bool is_number_unit(std::string_view word) const { return number_units_.contains(word); }
    bool is_name_ending(std::string_view word) const { return name_endings_.contains(word); }
    bool is_apostrophe_word(std::string_view word) const {
        return apostrophe_words_.contains(word);
    }

    // What a word after "its" tells of it.
    AfterPossessive after_possessive(std::string_view word) const {
        const auto found = after_possessive_.find(word);
        return found == after_possessive_.end() ? AfterPossessive::kAny : found->second;
    }

    bool is_credit_word(std::string_view word) const { return credit_words_.contains(word); }

    // "Eastern": after a clock time. As written.
    bool is_zone_word(std::string_view word) const { return zone_words_.contains(word); }

    // "of", "the": no sentence ends after them without a mark. By `word_hash`.
    bool is_never_final(std::uint64_t hash) const {
        for (std::size_t slot = hash & (kSlots - 1);; slot = (slot + 1) & (kSlots - 1)) {
            if (never_final_[slot] == hash) return true;
            if (never_final_[slot] == 0) return false;
        }
    }

    // The parts of a contraction written as one word ("cannot": 3, 3), or none.
    const Contraction& contraction(std::string_view word) const;

    // Cheap answers that are rarely wrong: false means that the full look-up would find nothing.
    bool may_be_contraction(std::string_view word) const {
        return contraction_filter_.may_hold(word);
    }
    bool may_tell_possessive(std::string_view word) const {
        return word.size() < 2 || possessive_filter_.may_hold(word);
    }
    bool may_begin_emoticon(std::string_view text) const {
        return text.size() > 1 && emoticon_pairs_[pair_of(text) / 64] >> pair_of(text) % 64 & 1U;
    }

    // Length in bytes of the longest emoticon that `text` begins with, or 0.
    std::size_t emoticon(std::string_view text) const;

  private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view word) const {
            return std::hash<std::string_view>{}(word);
        }
    };
    using Set = std::unordered_set<std::string, Hash, std::equal_to<>>;
    template <typename Value>
    using Map = std::unordered_map<std::string, Value, Hash, std::equal_to<>>;

    static constexpr std::size_t kSlots = 512;
    static constexpr std::size_t kPairs = 4096;
    static std::size_t pair_of(std::string_view text) {
        const auto first = static_cast<unsigned char>(text[0]);
        const auto second = static_cast<unsigned char>(text[1]);
        return (first * 31U + second) % kPairs;
    }
    Abbreviation find_abbreviation(std::string_view word) const;
    // An abbreviation without its period, or one letter with it: filters know no shorter words.
    static std::string_view letters_of(std::string_view abbreviation) {
        return abbreviation.size() > 2 ? abbreviation.substr(0, abbreviation.size() - 1)
                                       : abbreviation;
    }

    static Set read_set(const Lexicon& lexicon, std::string_view table);
    void read_abbreviations(const Lexicon& lexicon);
    void read_contractions(const Lexicon& lexicon);
    void read_never_final(const Lexicon& lexicon);
    void read_possessives(const Lexicon& lexicon);

    Map<Abbreviation> abbreviations_;
    Map<Contraction> contractions_;
    Set hyphen_prefixes_;
    Set number_units_;
    Set name_endings_;
    Set apostrophe_words_;
    Set emoticons_;
    Set credit_words_;
    Map<AfterPossessive> after_possessive_;
    Set zone_words_;
    std::array<std::uint64_t, kSlots> never_final_{};  // open addressing; 0: empty
    std::size_t longest_emoticon_ = 0;
    std::array<std::uint64_t, kPairs / 64> emoticon_pairs_{};  // of first and second byte
    WordFilter abbreviation_filter_, contraction_filter_, possessive_filter_;
    Contraction no_parts_;
};

}  // namespace lede::tokens
