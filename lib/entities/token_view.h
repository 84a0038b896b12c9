// TokenView: a document's tokens as the name model and the passes after it see them.
//
//   "President Trump said"  ->  Trump: word, shape, facts, capital, after a title, before "said"
//
// Plain data; `name_preparation.h` fills it.
#pragma once

#include <cstdint>
#include <vector>

#include "entities/gazetteer.h"
#include "entities/word_facts.h"

namespace lede::entities {

// Kinds of words that end names, as numbered in `TokenView::name_word`.
inline constexpr std::uint8_t kOrganisationEnd = 1;
inline constexpr std::uint8_t kSettlementEnd = 3;
inline constexpr std::uint8_t kFacilityEnd = 4;

struct TokenView {
    // What the token's own letters tell: the same wherever they stand.
    std::uint64_t type = 1;   // hash of the token as written; 1: no token
    std::uint64_t word = 1;   // hash of the folded form, digits made alike
    std::uint64_t shape = 1;  // hash of the letter pattern
    WordFacts facts;
    std::uint8_t name_word = 0;  // kind of name that this word ends or begins; 0: none
    bool letter = false;         // begins with one
    bool capital = false;        // begins with one
    bool has_capital = false;    // anywhere: "iPhone"
    bool number = false;         // begins with a digit
    bool hyphen = false;
    bool joins = false;        // small word inside names: "of"
    bool speech = false;       // "said"
    bool place_word = false;   // "in"
    bool telling = false;      // short and small, where a headline has a capital: "met"
    bool opens_title = false;  // some title begins with it

    // What its place in the article tells.
    bool after_title = false;
    std::uint8_t known = 0;      // kind of the known name it stands in, and where in it; 0: none
    std::uint16_t evidence = 0;  // what the article shows of the word
};

// What the article shows of a word, over all its places where case counts.
enum Evidence : std::uint16_t {
    kCapitalInside = 1,    // with a capital inside a sentence
    kSmallSomewhere = 2,   // with a small letter
    kAfterTitle = 4,       // "President Trump"
    kBeforeSpeech = 8,     // "Trump said"
    kAfterGivenName = 16,  // "Donald Trump"
    kBeforeOrgWord = 32,   // "Harlow Inc."
    kAfterPlaceWord = 64,  // "in Hanoi"
    kInKnownPerson = 128,
    kInKnownOrg = 256,
    kInKnownPlace = 512,
    kAfterSurname = 1024,
    kBeforeSurname = 2048,
};

struct PreparedDocument {
    std::vector<TokenView> tokens;
    std::vector<bool> caseless;  // by sentence
    std::vector<GazetteerHit> hits;
};

}  // namespace lede::entities
