// WordClasses: what a word can do in a report of speech: cue verbs and their frames, cue nouns,
// and the closed classes of English that tell where a clause or a noun phrase ends.
//
//   classes.of("said")  -> cue "say", form past | participle
//   classes.of("his")   -> possessive
//
// Read from data/quotes/{cues,cue_nouns,words}.tsv. Words only: nothing here looks at a text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "lexicon/lexicon.h"

namespace lede::quotes {

// Closed classes, bits of WordEntry::classes; the names stand in words.tsv.
enum WordClass : std::uint64_t {
    kDeterminer = 1U << 0,
    kPossessive = 1U << 1,
    kPronoun = 1U << 2,
    kPersonal = 1U << 3,
    kObject = 1U << 4,
    kPreposition = 1U << 5,
    kCoordinator = 1U << 6,
    kSubordinator = 1U << 7,
    kWh = 1U << 8,
    kRelative = 1U << 9,
    kBe = 1U << 10,
    kHave = 1U << 11,
    kDo = 1U << 12,
    kFiniteWord = 1U << 13,
    kModal = 1U << 14,
    kAuxiliary = 1U << 15,
    kNegation = 1U << 16,
    kAdverb = 1U << 17,
    kTime = 1U << 18,
    kAddressee = 1U << 19,
    kRefusing = 1U << 20,
    kHypothetical = 1U << 21,
    kRaising = 1U << 22,
    kConditional = 1U << 23,
    kNamingNoun = 1U << 24,
    kElision = 1U << 25,
    kSelf = 1U << 26,
    kAccording = 1U << 27,
    kSource = 1U << 28,
    kYou = 1U << 29,
    kIt = 1U << 30,
    kReflexive = 1U << 31,
    kBody = 1ULL << 32,
    kPlace = 1ULL << 33,
    kAmount = 1ULL << 34,
    kDefinite = 1ULL << 35,
    kFeeling = 1ULL << 36,
    kLinking = 1ULL << 37,
    kMaking = 1ULL << 38,
    kMade = 1ULL << 39,
    kExpressing = 1ULL << 40,
    kInterview = 1ULL << 41,
    kShifted = 1ULL << 42,
    kShell = 1ULL << 43,
    kAbsolute = 1ULL << 44,
    kInscribed = 1ULL << 45,
    kLeast = 1ULL << 46,
    kContrast = 1ULL << 47,
    kPeople = 1ULL << 48,
    kTopic = 1ULL << 49,
    kIntroducing = 1ULL << 50,
    kComposing = 1ULL << 51,
    kRough = 1ULL << 52,
};

enum class CueClass : std::uint8_t { kSpeech, kAttitude, kEvidence, kManner, kNaming };

// What a cue verb goes with; letters as in cues.tsv.
enum Frame : std::uint32_t {
    kClause = 1U << 0,         // c
    kThatClause = 1U << 1,     // t
    kWhClause = 1U << 2,       // w
    kMayTell = 1U << 3,        // o
    kMustTell = 1U << 4,       // O
    kDirect = 1U << 5,         // q
    kInfinitive = 1U << 6,     // i
    kUrge = 1U << 7,           // v
    kTwoObjects = 1U << 8,     // n
    kAsPhrase = 1U << 9,       // a
    kOfPhrase = 1U << 10,      // f
    kPassive = 1U << 11,       // p
    kBareClause = 1U << 12,    // b
    kOfAccusation = 1U << 13,  // A
    kGerundObject = 1U << 14,  // g
    kNounObject = 1U << 15,    // N
    kTopicObject = 1U << 16,   // T
    kQuoteAs = 1U << 17,       // Q
    kAnyClause = 1U << 18,     // B
};

enum VerbForm : std::uint8_t {
    kBase = 1,
    kThird = 2,
    kPast = 4,
    kParticiple = 8,
    kGerund = 16,
};

struct CueVerb {
    std::string lemma;
    CueClass cue_class = CueClass::kSpeech;
    std::uint32_t frames = 0;
    bool is(Frame frame) const { return frames & frame; }
};

// Nouns such as "claim" or "statement"; bits, as in cue_nouns.tsv.
enum CueNoun : std::uint8_t {
    kSpeechNoun = 1,
    kAttitudeNoun = 2,
    kEvidenceNoun = 4,
    kMedium = 8,
    kPromiseNoun = 16,
    kOpinionNoun = 32,
};

struct WordEntry {
    std::uint64_t classes = 0;
    std::uint16_t cue = 0;   // index into the cue verbs, plus 1; 0: none
    std::uint8_t forms = 0;  // VerbForm bits of the cue
    std::uint8_t noun = 0;   // CueNoun bits
};

class WordClasses {
  public:
    // Throws std::runtime_error if a table is missing or names an unknown class.
    explicit WordClasses(const Lexicon& lexicon);

    // The entry of a folded word (unicode::fold); an empty one if it is in no table.
    WordEntry of(std::string_view folded) const;

    // Requires: entry.cue != 0.
    const CueVerb& verb(WordEntry entry) const { return verbs_[entry.cue - 1U]; }

  private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view word) const {
            return std::hash<std::string_view>()(word);
        }
    };

    WordEntry& entry(std::string_view word);
    void read_words(const lexicon::Table& table);
    void read_nouns(const lexicon::Table& table);
    void read_cues(const lexicon::Table& table);

    std::vector<CueVerb> verbs_;
    std::unordered_map<std::string, WordEntry, Hash, std::equal_to<>> entries_;
};

}  // namespace lede::quotes
