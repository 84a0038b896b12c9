// WordKinds: what dictionaries and name lists say of a word: what parts of speech it can be, how
// running text writes it, what names it is found in.
//
//   "talks"   noun plural, verb -s; written small        "cole"   surname; written with a capital
//
// The bits of the values of data/tokens/word_kinds.bin, a table of `learning::WordClasses` by
// folded form (`fold_word`). Evidence for the tagger on words that training saw rarely or never; no
// truth.
#pragma once

#include <cstdint>

namespace lede::tokens {

enum WordKind : std::uint16_t {
    kNounBase = 1U << 0U,
    kNounPlural = 1U << 1U,
    kVerbBase = 1U << 2U,
    kVerbThird = 1U << 3U,  // -s
    kVerbIng = 1U << 4U,
    kVerbPast = 1U << 5U,
    kAdjective = 1U << 6U,
    kAdverb = 1U << 7U,
    // 2 bits: mostly a noun (or unknown), verb, adjective, adverb
    kMostlyShift = 8,
    // 2 bits: written small, with a capital, or both; 0: not known
    kSmall = 1U << 10U,
    kCapitalized = 2U << 10U,
    kEitherCase = 3U << 10U,
    kGiven = 1U << 12U,
    kFamily = 1U << 13U,
    kPlace = 1U << 14U,
    kOrganization = 1U << 15U,  // a word of several organisations' names
};

// The part of the bits that tells of grammar, and that which tells of names and capitals.
inline constexpr std::uint16_t kGrammarBits = 0x03FF;
inline constexpr std::uint16_t kPossibleBits = 0x00FF;
inline constexpr std::uint16_t kNamingBits = 0xFC00;

}  // namespace lede::tokens
