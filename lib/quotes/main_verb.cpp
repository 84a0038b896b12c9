#include "quotes/main_verb.h"

#include <algorithm>

namespace lede::quotes {
namespace {

constexpr std::uint32_t kReach = 100;  // tokens, so that the cost of a text stays linear

// Whether a subject pronoun behind a noun opens a clause about it: "the plan he backed", "the deal
// it brokered", "the pain there is".
bool is_contact_subject(const View& view, std::uint32_t at, std::uint32_t begin,
                        std::uint32_t end) {
    const TokenFact& fact = view[at];
    if (at == begin || view[at - 1].is(kCoordinator) || view[at - 1].has(kComma)) return false;
    if (!fact.is(kPersonal) && !(fact.is(kPronoun) && at + 1 < end && view[at + 1].is(kBe)))
        return false;
    const bool only_subject = !fact.is(kObject) && !fact.is(kPossessive) && fact.is(kPersonal);
    const bool named = view[at - 1].is_noun() || view[at - 1].is(kPronoun);
    return only_subject || (named && at + 1 < end && view[at + 1].part == Part::kFinite);
}

// "who", "because", "that", "saying" and subjects behind nouns. Not "that case".
bool opens_clause(const View& view, std::uint32_t at, std::uint32_t begin, std::uint32_t end) {
    const TokenFact& fact = view[at];
    if (fact.mention != kNone || fact.part == Part::kFinite) return false;
    if (fact.has(kThat)) return at == begin || !view[at - 1].is(kPreposition);
    if (fact.is(kRelative) || fact.is(kSubordinator) || fact.is(kWh)) return true;
    if (fact.word.cue != 0 && fact.has(kIngForm))
        return view.verb(at).is(kClause) && at + 1 < end && !view[at + 1].is(kPreposition);
    return is_contact_subject(view, at, begin, end);
}

// Whether the verb shares the subject of the verb before: "lied and stole".
bool is_coordinated(const View& view, std::uint32_t at, std::uint32_t begin) {
    while (at > begin && view[at - 1].part == Part::kAdverb) --at;
    return at > begin && view[at - 1].is(kCoordinator);
}

// A comma, or "and" with a phrase of its own: "won the seat and the party", "a piece and I talked".
bool ends_subject(const View& view, std::uint32_t at, std::uint32_t end) {
    const TokenFact& fact = view[at];
    if (fact.mention != kNone) return false;
    const auto& tokens = view.document.tokens;
    const bool dash = fact.has(kDashMark) && at > 0 &&
                      tokens[at - 1].span.end < tokens[at].span.begin;  // no hyphen
    if (fact.has(kComma) || dash) return true;
    if (!fact.is(kCoordinator) || at + 1 >= end) return false;
    const TokenFact& next = view[at + 1];
    const bool names = at > 0 && view[at - 1].mention != kNone && at + 2 < end &&
                       (next.mention != kNone || view[at + 2].mention != kNone);
    if (names) return false;  // "the Senate and the House were"
    return next.is(kDeterminer) || next.is(kPronoun) || next.is(kPreposition);
}

std::uint32_t next_verb(const View& view, std::uint32_t begin, std::uint32_t end, bool behind) {
    end = std::min(end, begin + kReach);
    std::uint32_t open = 0;  // clauses that wait for their verb
    const std::uint32_t mark = begin < end ? view[begin].mark : kNone;
    for (std::uint32_t i = begin; i < end; ++i) {
        const TokenFact& fact = view[i];
        if (fact.mark != mark) continue;
        if (fact.has(kSemicolon | kColon)) return kNone;
        if (!behind && open == 0 && ends_subject(view, i, end)) return kNone;
        if (opens_clause(view, i, begin, end)) ++open;
        if (fact.part != Part::kFinite) continue;
        if (is_coordinated(view, i, begin)) {
            if (!behind && open == 0) return kNone;
            continue;
        }
        if (open == 0) return i;
        // "a plan they said would work": the clause about the noun has a verb inside it
        const bool inner = fact.word.cue != 0 && view.verb(i).is(kClause) && i + 1 < end &&
                           view[i + 1].part == Part::kFinite;
        if (!inner) --open;
    }
    return kNone;
}

}  // namespace

std::uint32_t main_verb(const View& view, std::uint32_t begin, std::uint32_t end) {
    return next_verb(view, begin, end, false);
}

std::uint32_t verb_behind_clause(const View& view, std::uint32_t verb, std::uint32_t end) {
    return verb < end ? next_verb(view, verb + 1, end, true) : kNone;
}

}  // namespace lede::quotes
