#include "dates/tense.h"

#include <algorithm>
#include <bit>
#include <stdexcept>

#include "text/unicode.h"

namespace lede::dates {
namespace {

constexpr std::size_t kVerbGroup = 4;  // atoms from a modal to the verb it governs
constexpr std::size_t kNounGroup = 4;  // atoms from a determiner to the verb behind its noun
constexpr std::size_t kReach = 24;     // atoms to look back for a cue
constexpr std::size_t kReachAfter = 10;
constexpr std::size_t kLongestCue = 16;  // bytes; no cue of the table is longer

SixteenBytes folded(std::string_view text, std::size_t at, std::size_t size) {
    const SixteenBytes word = load_sixteen(text, at, size);
    return {lower_eight(word.low), lower_eight(word.high)};
}

std::size_t slot_of(SixteenBytes word) {
    return static_cast<std::size_t>((word.low * 3 ^ word.high) * 0x9E3779B97F4A7C15ULL >> 40U);
}

bool ends_in(std::string_view word, std::string_view ending) {
    return word.size() >= ending.size() &&
           std::ranges::equal(word.substr(word.size() - ending.size()), ending, {},
                              unicode::ascii_lower);
}

// Bytes of a final "n't", which tells no tense of its own: "won't" is "wo".
std::size_t size_of_not(std::string_view word) {
    if (word.empty() || unicode::ascii_lower(word.back()) != 't') return 0;
    for (const std::string_view clitic : {"n't", "n\xE2\x80\x99t"})
        if (ends_in(word, clitic)) return clitic.size();
    return 0;
}

bool ends_in_will(std::string_view word) {
    return ends_in(word, "'ll") || ends_in(word, "\xE2\x80\x99ll");
}

bool is_for_or_to(std::string_view text, const std::vector<Atom>& atoms, std::size_t at) {
    if (at >= atoms.size()) return false;
    const std::string_view word = atoms[at].span.of(text);
    return word == "for" || word == "to";
}

// "put off [until] May"
bool is_until(std::string_view text, const std::vector<Atom>& atoms, std::size_t at) {
    for (std::size_t i = at; i < atoms.size() && i < at + 2; ++i) {
        const std::string_view word = atoms[i].span.of(text);
        if (word == "until" || word == "till") return true;
    }
    return false;
}

}  // namespace

TenseReader::TenseReader(const Lexicon& lexicon) {
    constexpr std::pair<std::string_view, Cue> kCues[] = {
        {"past", Cue::kPast},       {"future", Cue::kFuture},
        {"base", Cue::kBase},       {"noun", Cue::kBaseOrNoun},
        {"third", Cue::kThird},     {"planned", Cue::kPlanned},
        {"paused", Cue::kPaused},   {"until", Cue::kUntil},
        {"present", Cue::kPresent}, {"determiner", Cue::kDeterminer},
        {"pronoun", Cue::kPronoun}};
    const lexicon::Table table = lexicon.table("dates/tense");
    entries_.resize(std::bit_ceil(std::size_t{4} * table.rows()));
    for (std::uint32_t row = 0; row < table.rows(); ++row) {
        const auto known = std::ranges::find(kCues, table.cell(row, 1),
                                             [](const auto& pair) { return pair.first; });
        if (known == std::end(kCues)) throw std::runtime_error("data/dates/tense.tsv: direction");
        add(table.cell(row, 0), known->second);
    }
}

void TenseReader::add(std::string_view word, Cue cue) {
    if (word.size() > kLongestCue) throw std::runtime_error("data/dates/tense.tsv: long word");
    const SixteenBytes bytes = load_sixteen(word, 0, word.size());
    std::size_t slot = slot_of(bytes) & (entries_.size() - 1);
    while (entries_[slot].cue != Cue::kNone) slot = (slot + 1) & (entries_.size() - 1);
    entries_[slot] = {bytes, cue};
}

TenseReader::Cue TenseReader::find(SixteenBytes word) const {
    std::size_t slot = slot_of(word) & (entries_.size() - 1);
    while (entries_[slot].cue != Cue::kNone) {
        const SixteenBytes& known = entries_[slot].word;
        if (known.low == word.low && known.high == word.high) return entries_[slot].cue;
        slot = (slot + 1) & (entries_.size() - 1);
    }
    return Cue::kNone;
}

TenseReader::Cue TenseReader::cue_at(std::string_view text, const std::vector<Atom>& atoms,
                                     std::size_t at) const {
    const Span span = atoms[at].span;
    const std::string_view word = span.of(text);
    if (word.size() > kLongestCue) return Cue::kNone;
    if (ends_in_will(word)) return find(folded("will", 0, 4));
    const std::size_t size = word.size() - size_of_not(word);
    const Cue found = find(folded(text, span.begin, size));
    if (found != Cue::kNone) return found;
    // "United" tells no past.
    const bool name = atoms[at].capital && at > 0;
    const bool regular_past = !name && size > 4 && ends_in(word, "ed") && !ends_in(word, "eed");
    return regular_past ? Cue::kPast : Cue::kNone;
}

// Whether a form that may be a noun too stands where a verb does: "talks [resume]", "the shuttle
// [lands]", "Rome [votes]", but "two [votes]", "a sales [report]".
bool TenseReader::follows_subject(std::string_view text, const std::vector<Atom>& atoms,
                                  std::size_t at, Cue form) const {
    if (at == 0 || atoms[at - 1].kind != AtomKind::kWord) return false;
    const Cue before = cue_at(text, atoms, at - 1);
    if (before == Cue::kPronoun) return true;
    // "flew in Sunday and [leaves] Tuesday"
    if (form == Cue::kThird && at + 1 < atoms.size() && atoms[at + 1].trigger &&
        atoms[at - 1].span.of(text) == "and")
        return true;
    if (before != Cue::kNone || atoms[at - 1].word != nullptr) return false;
    const std::string_view word = atoms[at - 1].span.of(text);
    if (form == Cue::kBase) return word.size() > 4 && word.ends_with('s') && !word.ends_with("ss");
    if (form == Cue::kBaseOrNoun) return false;
    if (atoms[at - 1].capital) return true;
    for (std::size_t i = at - 1; i-- > 0 && at - i <= kNounGroup;) {
        const Cue cue = cue_at(text, atoms, i);
        if (cue == Cue::kDeterminer) return true;
        if (cue != Cue::kNone || atoms[i].kind != AtomKind::kWord) return false;
    }
    return false;
}

void TenseReader::read(std::string_view text, const std::vector<Atom>& atoms,
                       std::vector<Direction>& cues) const {
    cues.assign(atoms.size(), Direction::kUnknown);
    std::size_t governed_until = 0;  // a modal or "to" governs the verbs before this atom
    for (std::size_t i = 0; i < atoms.size(); ++i) {
        const std::string_view word = atoms[i].span.of(text);
        if (atoms[i].kind != AtomKind::kWord || word.size() > kLongestCue) continue;
        if (i > 0 && atoms[i].capital && atoms[i].word != nullptr) continue;  // "on May 3"
        if (word == "to") {
            governed_until = std::max(governed_until, i + 2);
            continue;
        }
        const Cue cue = cue_at(text, atoms, i);
        switch (cue) {
            case Cue::kFuture:
                cues[i] = Direction::kFuture;
                governed_until = i + kVerbGroup;
                break;
            case Cue::kPlanned:  // "set for Monday", but "set a record on Monday"
            case Cue::kPaused:   // "closed until Monday", but "closed lower on Monday"
                cues[i] = is_until(text, atoms, i + 1) ||
                                  (cue == Cue::kPlanned && is_for_or_to(text, atoms, i + 1))
                              ? Direction::kFuture
                              : Direction::kPast;
                break;
            case Cue::kUntil: {  // "it lasted until May" is past, "it is shut until May" is not
                const Direction before = around(cues, i, cues.size());
                cues[i] = before == Direction::kPast ? before : Direction::kFuture;
                break;
            }
            case Cue::kPast:
                cues[i] = i < governed_until ? Direction::kFuture : Direction::kPast;
                break;
            case Cue::kBase:
            case Cue::kBaseOrNoun:
                // A present tense beside a date tells what is planned: "talks resume Monday".
                if (i < governed_until) {
                    cues[i] = Direction::kFuture;
                    if (word == "be" || word == "have") governed_until = i + kVerbGroup;
                } else if (follows_subject(text, atoms, i, cue)) {
                    cues[i] = Direction::kFuture;
                }
                break;
            case Cue::kThird:
                if (follows_subject(text, atoms, i, cue)) cues[i] = Direction::kFuture;
                break;
            default:
                break;
        }
    }
}

Direction TenseReader::around(const std::vector<Direction>& cues, std::size_t begin,
                              std::size_t end) {
    for (std::size_t i = begin; i-- > 0 && begin - i <= kReach;)
        if (cues[i] != Direction::kUnknown) return cues[i];
    for (std::size_t i = end; i < cues.size() && i - end < kReachAfter; ++i)
        if (cues[i] != Direction::kUnknown) return cues[i];
    return Direction::kUnknown;
}

}  // namespace lede::dates
