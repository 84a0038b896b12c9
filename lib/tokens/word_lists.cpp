#include "tokens/word_lists.h"

#include <algorithm>
#include <array>
#include <stdexcept>

#include "tokens/word_hash.h"

namespace lede::tokens {
namespace {

constexpr std::array<std::string_view, 15> kKindNames = {
    "none",  "title", "month",  "weekday", "company", "place", "street", "number",
    "latin", "unit",  "degree", "suffix",  "time",    "party", "other"};

AbbreviationKind kind_named(std::string_view name) {
    const auto found = std::find(kKindNames.begin(), kKindNames.end(), name);
    if (found == kKindNames.end())
        throw std::runtime_error("tokens/abbreviations.tsv: unknown kind \"" + std::string(name) +
                                 "\"");
    return static_cast<AbbreviationKind>(found - kKindNames.begin());
}

}  // namespace

WordLists::WordLists(const Lexicon& lexicon)
    : hyphen_prefixes_(read_set(lexicon, "tokens/hyphen_prefixes")),
      number_units_(read_set(lexicon, "tokens/number_units")),
      name_endings_(read_set(lexicon, "tokens/name_endings")),
      apostrophe_words_(read_set(lexicon, "tokens/apostrophe_words")),
      emoticons_(read_set(lexicon, "tokens/emoticons")),
      credit_words_(read_set(lexicon, "tokens/credit_words")),
      zone_words_(read_set(lexicon, "tokens/zone_words")) {
    read_never_final(lexicon);
    read_abbreviations(lexicon);
    read_contractions(lexicon);
    read_possessives(lexicon);
    for (const std::string& emoticon : emoticons_) {
        longest_emoticon_ = std::max(longest_emoticon_, emoticon.size());
        emoticon_pairs_[pair_of(emoticon) / 64] |= std::uint64_t{1} << pair_of(emoticon) % 64;
    }
}

WordLists::Set WordLists::read_set(const Lexicon& lexicon, std::string_view name) {
    const lexicon::Table table = lexicon.table(name);
    Set set;
    for (std::uint32_t row = 0; row < table.rows(); ++row) set.emplace(table.cell(row, 0));
    return set;
}

void WordLists::read_abbreviations(const Lexicon& lexicon) {
    const lexicon::Table table = lexicon.table("tokens/abbreviations");
    const std::uint32_t kind = table.column("kind");
    const std::uint32_t when = table.column("when");
    for (std::uint32_t row = 0; row < table.rows(); ++row) {
        const std::string_view word = table.cell(row, 0);
        if (word.size() < 2 || word.size() > WordFilter::kLongest || word.back() != '.')
            throw std::runtime_error("tokens/abbreviations.tsv: \"" + std::string(word) +
                                     "\" has no final period, or is too long");
        abbreviation_filter_.add(letters_of(word));
        abbreviations_.emplace(word, Abbreviation{kind_named(table.cell(row, kind)),
                                                  table.cell(row, when) == "digit"});
    }
}

void WordLists::read_contractions(const Lexicon& lexicon) {
    const lexicon::Table table = lexicon.table("tokens/contractions");
    const std::uint32_t parts = table.column("parts");
    const std::uint32_t when = table.column("when");
    for (std::uint32_t row = 0; row < table.rows(); ++row) {
        Contraction contraction{{0}, table.cell(row, when) == "no-thing"};
        std::vector<std::uint8_t>& sizes = contraction.sizes;
        for (const char c : table.cell(row, parts)) {
            if (c == ' ')
                sizes.push_back(0);
            else
                ++sizes.back();
        }
        const std::string_view word = table.cell(row, 0);
        if (word.size() < 2 || word.size() > WordFilter::kLongest)
            throw std::runtime_error("tokens/contractions.tsv: a word is too short or too long");
        contraction_filter_.add(word);
        contractions_.emplace(word, std::move(contraction));
    }
}

void WordLists::read_possessives(const Lexicon& lexicon) {
    const lexicon::Table table = lexicon.table("tokens/never_possessed");
    const std::uint32_t kinds = table.column("kind");
    for (std::uint32_t row = 0; row < table.rows(); ++row) {
        const std::string_view word = table.cell(row, 0), kind = table.cell(row, kinds);
        if (word.size() > 1) possessive_filter_.add(word);
        after_possessive_.emplace(word, kind == "never"       ? AfterPossessive::kNever
                                        : kind == "adjective" ? AfterPossessive::kAdjective
                                        : kind == "adverb"    ? AfterPossessive::kAdverb
                                                              : AfterPossessive::kClose);
    }
}

void WordLists::read_never_final(const Lexicon& lexicon) {
    const lexicon::Table table = lexicon.table("tokens/never_final");
    if (table.rows() >= kSlots / 2)
        throw std::runtime_error("tokens/never_final.tsv: too many words");
    for (std::uint32_t row = 0; row < table.rows(); ++row) {
        const std::uint64_t hash = word_hash(table.cell(row, 0));
        std::size_t slot = hash & (kSlots - 1);
        while (never_final_[slot] != 0) slot = (slot + 1) & (kSlots - 1);
        never_final_[slot] = hash;
    }
}

Abbreviation WordLists::find_abbreviation(std::string_view word) const {
    const auto found = abbreviations_.find(word);
    return found == abbreviations_.end() ? Abbreviation{} : found->second;
}

const Contraction& WordLists::contraction(std::string_view word) const {
    const auto found = contractions_.find(word);
    return found == contractions_.end() ? no_parts_ : found->second;
}

std::size_t WordLists::emoticon(std::string_view text) const {
    for (std::size_t size = std::min(longest_emoticon_, text.size()); size >= 2; --size)
        if (emoticons_.contains(text.substr(0, size))) return size;
    return 0;
}

}  // namespace lede::tokens
