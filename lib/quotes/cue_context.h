// CueContext: what stands before a cue: whose verb it is, and whether it was said at all.
//
//   "U.S. officials have not said why"   subject [U.S. officials], negative
//   "The mayor declined to say"          subject [The mayor], negative
//   ", adding that"                      a participle: the subject is the sentence's
#pragma once

#include "quotes/report.h"

namespace lede::quotes {

enum class CueUse : std::uint8_t {
    kNone,         // not a reporting verb here: a noun, an adjective, part of another phrase
    kFinite,       // with its own subject
    kCoordinated,  // "and said": the subject is the verb's before
    kParticiple,   // "adding", "by saying": the subject is the clause's
    kBare,         // nothing before it that could be a subject: inverted, or a command
};

struct CueContext {
    CueUse use = CueUse::kNone;
    std::optional<NounPhrase> subject;
    std::uint32_t begin = 0;  // first token of subject, auxiliaries and cue
    Polarity polarity = Polarity::kPositive;
    bool passive = false;
    bool infinitive = false;
};

// Requires: view[cue].word.cue != 0. Does not look below `floor`. Looks at most 60 tokens back.
CueContext read_context(const View& view, std::uint32_t cue, std::uint32_t floor);

// The same for an adjective of feeling or knowing: "Voters are not [sure] that …", and for "clear"
// in "He made it [clear] that …". `use` is kNone if no such verb stands before the word.
CueContext read_state(const View& view, std::uint32_t word, std::uint32_t floor);

// The subject of the finite verb at `verb`, over adverbs and appositions; none below `floor`.
std::optional<NounPhrase> subject_before(const View& view, std::uint32_t verb, std::uint32_t floor);

// The phrase before the comma that sets off a participle: "Ann Lee, calling it a ruin, left".
std::optional<NounPhrase> phrase_before_comma(const View& view, std::uint32_t participle,
                                              std::uint32_t floor);

}  // namespace lede::quotes
