#include "quotes/content_end.h"

#include <algorithm>

#include "quotes/complement.h"
#include "quotes/main_verb.h"

namespace lede::quotes {
namespace {

bool is_gerund_cue(const TokenFact& fact) {
    return fact.word.cue != 0 && (fact.word.forms & kGerund) != 0;
}

bool is_cue(const TokenFact& fact) { return fact.word.cue != 0 && !fact.is(kAuxiliary); }

// Behind the commas of "a lawyer for the group, Ann Lee, said"; `at` where none stand.
std::uint32_t apposition_end(const View& view, std::uint32_t at, std::uint32_t end) {
    if (at + 2 >= end || !view[at].has(kComma)) return at;
    for (std::uint32_t i = at + 1; i + 1 < end && i < at + 12; ++i) {
        if (view[i].part == Part::kFinite || view[i].has(kQuoteMark)) return at;
        if (view[i].has(kComma)) return view[i + 1].part == Part::kFinite ? i + 1 : at;
    }
    return at;
}

// Whether "NP said" or "said" (of a verb that takes clauses) begins at the token.
bool begins_report(const View& view, std::uint32_t at, std::uint32_t end, bool needs_subject,
                   std::uint8_t forms = kPast | kThird | kBase) {
    std::uint32_t i = at;
    if (const auto subject = noun_phrase_after(view, at, end, true)) {
        i = apposition_end(view, subject->end, end);
        if (i == at) return false;
        // "letters obtained by the Post show": the verb behind what describes the subject
        const std::uint32_t verb = main_verb(view, at, end);
        if (verb != kNone && verb > i && view[i].part == Part::kNonfinite) i = verb;
    } else if (needs_subject) {
        return false;
    }
    for (int steps = 0; steps < 4 && i < end; ++steps, ++i) {
        const TokenFact& fact = view[i];
        if (is_cue(fact) && (fact.word.forms & forms) && !fact.has(kQuoteMark)) {
            const CueVerb& verb = view.verb(i);
            if (verb.is(kOfPhrase) && i + 2 < end && view[i + 1].is(kPreposition) &&
                opens_mark(view, i + 2))
                return true;  // "while Lee warned of “chaos”"
            if (verb.cue_class == CueClass::kNaming && verb.is(kAsPhrase))
                return needs_subject && view[i].part == Part::kFinite;
            const bool calls_on = verb.is(kUrge) && i + 1 < end && view[i + 1].is(kPreposition);
            if ((verb.cue_class == CueClass::kManner && !calls_on) ||
                verb.cue_class == CueClass::kNaming)
                return false;
            const Complement after = read_complement(view, i, end);
            // "he said X, and promised to go": without a comma both verbs may be part of X
            const bool apart = needs_subject || (at > 1 && view[at - 2].has(kComma));
            const bool urges = after.kind == ComplementKind::kInfinitive &&
                               (verb.cue_class == CueClass::kSpeech || calls_on) &&
                               (apart || (verb.is(kUrge) && !calls_on));
            return urges || after.kind == ComplementKind::kClause ||
                   after.kind == ComplementKind::kMark;
        }
        if (!fact.is(kAuxiliary) && fact.part != Part::kAdverb && !fact.is(kAdverb)) return false;
    }
    return false;
}

bool begins_gerund_cue(const View& view, std::uint32_t at, std::uint32_t end) {
    if (at < end && view[at].part == Part::kAdverb) ++at;
    if (at >= end || !is_cue(view[at]) || !(view[at].word.forms & kGerund)) return false;
    const CueVerb& verb = view.verb(at);
    return verb.cue_class == CueClass::kSpeech || verb.cue_class == CueClass::kNaming ||
           verb.is(kTwoObjects);
}

bool is_past(const TokenFact& fact) {
    return fact.has(kPastForm) || (fact.is(kModal) && fact.is(kShifted));
}

// "said he would not run and Lee has left the race": what follows a cue in the past stands in the
// past itself, so that a clause in the present is the narrator's.
bool shifts_tense(const View& view, std::uint32_t cue, std::uint32_t begin, std::uint32_t at,
                  std::uint32_t end) {
    if (cue == kNone || !view[cue].has(kPastForm)) return false;
    std::uint32_t verb = begin;
    while (verb < at && view[verb].part != Part::kFinite) ++verb;
    if (verb >= at || view[verb].has(kUntagged) || !is_past(view[verb])) return false;
    const auto subject = noun_phrase_after(view, at, end, true);
    if (!subject || view[subject->begin].is(kPersonal)) return false;
    std::uint32_t next = subject->end;
    if (next < end && view[next].part == Part::kNonfinite) next = main_verb(view, at, end);
    return next < end && view[next].part == Part::kFinite && !is_past(view[next]);
}

// "Voters agree that the deal hurts them and support a ban": the verb has the number of the cue,
// and no verb of the content has it.
bool agrees_with_cue(const View& view, std::uint32_t cue, std::uint32_t begin, std::uint32_t at,
                     std::uint32_t verb) {
    constexpr std::uint32_t kNumbers = kThirdForm | kPluralForm;
    if (cue == kNone) return false;
    const std::uint32_t number = view[cue].shape & kNumbers;
    if (number == 0 || (view[verb].shape & kNumbers) != number) return false;
    bool other = false;
    for (std::uint32_t i = begin; i < at; ++i) {
        if (view[i].part != Part::kFinite) continue;
        if (!view[i].has(kNumbers) || view[i].has(number)) return false;
        other = true;
    }
    return other;
}

// ", with the mayor saying that …": another report, of another speaker.
bool joins_report(const View& view, std::uint32_t at, std::uint32_t end) {
    for (std::uint32_t i = at; i < end && i < at + 15; ++i) {
        if (view[i].has(kComma | kSemicolon)) return false;
        if (i > at && is_gerund_cue(view[i]) && view.verb(i).is(kClause)) return true;
    }
    return false;
}

// ", a survey found": an attribution that ends the sentence.
bool is_tail(const View& view, std::uint32_t at, std::uint32_t end) {
    const auto subject = noun_phrase_after(view, at, end, true);
    if (!subject) return false;
    std::uint32_t i = subject->end;
    while (i < end && (view[i].is(kAuxiliary) || view[i].part == Part::kAdverb)) ++i;
    if (i + 1 < end && view[i + 1].has(kBy)) return false;
    if (i >= end || !is_cue(view[i]) || !(view[i].word.forms & (kPast | kThird))) return false;
    const CueVerb& verb = view.verb(i);
    if (!verb.is(kClause) || verb.cue_class == CueClass::kAttitude) return false;
    const Complement after = read_complement(view, i, end);
    return after.kind == ComplementKind::kNothing && after.end >= end;
}

// "which he called “a sham”": what somebody says of the content's last noun.
bool begins_naming(const View& view, std::uint32_t at, std::uint32_t end) {
    if (!view[at].is(kRelative) || !view[at].is(kWh)) return false;
    const auto subject = noun_phrase_after(view, at + 1, end, false);
    if (!subject) return false;
    std::uint32_t i = subject->end;
    while (i < end && (view[i].is(kAuxiliary) || view[i].part == Part::kAdverb)) ++i;
    if (i + 1 >= end || !is_cue(view[i]) || !(view[i].word.forms & (kPast | kThird))) return false;
    const CueVerb& verb = view.verb(i);
    return (verb.is(kTwoObjects) && opens_mark(view, i + 1)) ||
           (verb.is(kAsPhrase) && view[i + 1].has(kAs));
}

// "but would not comment", "but declined to say": what the speaker did not say.
bool begins_refusal(const View& view, std::uint32_t at, std::uint32_t end) {
    if (at < end && view[at].is(kPersonal) && view[at].mention == kNone) ++at;
    if (at + 2 >= end) return false;
    if (view[at].is(kRefusing) && view[at].is_verb() && view[at + 1].has(kTo)) return true;
    if (!view[at].is(kAuxiliary) || !view[at + 1].is(kNegation)) return false;
    const TokenFact& verb = view[at + 2];
    return is_cue(verb) && view.verb(at + 2).cue_class == CueClass::kSpeech;
}

// Whether the content ends before the comma, dash or coordinator at `at`.
bool breaks_at(const View& view, std::uint32_t cue, std::uint32_t begin, std::uint32_t at,
               std::uint32_t end) {
    const bool closed = at > 1 && view[at - 1].has(kQuoteMark) && view[at - 2].has(kComma);
    const bool comma = view[at].has(kComma) || closed;
    std::uint32_t next = view[at].has(kComma) ? at + 1 : at;
    if (next >= end) return false;
    if (comma && begins_gerund_cue(view, next, end)) return true;
    if (comma && view.document.token_text(next) == "however") return true;
    if ((comma || view[at].has(kDashMark)) && names_content(view, at + 1, end) &&
        has_finite(view, begin, at))
        return true;
    if (view[at].has(kDashMark)) return false;
    if (comma && is_tail(view, next, end)) return true;
    if (comma && view[next].is(kAbsolute) && joins_report(view, next + 1, end)) return true;
    if (view[next].is(kAccording)) return true;
    if (comma && begins_naming(view, next, end)) return true;
    const bool joint = view[next].is(kCoordinator) ||
                       (comma && (view[next].has(kAs) || view[next].is(kSubordinator)));
    if (!joint || next + 1 >= end) return false;
    if (comma && view[next].is(kNegation) && view[next + 1].is(kAuxiliary))
        return true;  // "nor would"
    const bool tells = view[next].has(kAs);
    const bool coordinates = view[next].is(kCoordinator);
    ++next;
    if (coordinates && shifts_tense(view, cue, begin, next, end)) return true;
    if (view[next].has(kThat)) return false;
    const TokenFact& verb = view[next];
    if (coordinates && view[next].has(kBy) && cue != kNone && cue > 0 && view[cue - 1].has(kBy))
        return true;  // "by saying he would stay and by hiring aides"
    if ((coordinates || comma) && begins_refusal(view, next, end)) return true;
    if (coordinates && agrees_with_cue(view, cue, begin, at, next)) return true;
    const std::uint8_t forms = cue == kNone ? std::uint8_t{kPast | kThird} : view[cue].word.forms;
    const bool same_form =
        is_cue(verb) &&
        (verb.part == Part::kFinite || (verb.word.forms & forms & (kPast | kThird | kGerund)) != 0);
    const bool gerund = cue != kNone && (view[cue].word.forms & kGerund) != 0;
    if (same_form || verb.part == Part::kAdverb)
        return begins_report(view, next, end, false,
                             gerund ? kGerund | kPast | kThird : kPast | kThird | kBase);
    // ", with Lee charging that X and Poe insisting that Y"
    if (coordinates && gerund && begins_report(view, next, end, true, kGerund)) return true;
    return (comma || tells) && begins_report(view, next, end, true);
}

}  // namespace

bool names_content(const View& view, std::uint32_t at, std::uint32_t end) {
    if (at + 1 >= end || !view[at].is(kDeterminer)) return false;
    std::uint32_t i = at + 1;
    while (i < end && i < at + 4 && view[i].part == Part::kAdjective) ++i;
    if (i >= end || view[i].mention != kNone) return false;
    if (view[i].word.noun & (kSpeechNoun | kPromiseNoun)) return true;
    return view[i].is(kShell) && !view[at].is(kDefinite) && i + 1 < end &&
           view[i + 1].part != Part::kPunctuation;
}

std::uint32_t clause_end(const View& view, std::uint32_t cue, std::uint32_t begin,
                         std::uint32_t end) {
    std::uint32_t i = begin;
    while (i < end) {
        const TokenFact& fact = view[i];
        if (opens_mark(view, i)) {
            i = std::max(i + 1, mark_end(view, fact.mark));
            if (i >= end || (view[i - 2].has(kComma) && breaks_at(view, cue, begin, i, end)))
                return i;
            continue;
        }
        if (fact.has(kSemicolon)) return i;
        if (fact.is(kAccording) && i + 1 < end && view[i + 1].has(kTo)) return i;
        if (i > begin && (fact.has(kComma | kDashMark) || fact.is(kCoordinator)) &&
            breaks_at(view, cue, begin, i, end))
            return i;
        ++i;
    }
    return std::max(i, end);
}

std::uint32_t phrase_end(const View& view, std::uint32_t cue, std::uint32_t begin,
                         std::uint32_t end) {
    end = clause_end(view, cue, begin, end);
    for (std::uint32_t i = begin + 1; i + 1 < end; ++i) {
        if (view[i].mark != kNone || !view[i].is(kCoordinator)) continue;
        if (view[i + 1].part != Part::kFinite && !is_clause(view, i + 1, end, false)) continue;
        return view[i - 1].has(kComma) ? i - 1 : i;
    }
    return end;
}

std::uint32_t marked_content_end(const View& view, std::uint32_t cue, std::uint32_t begin,
                                 std::uint32_t end) {
    const std::uint32_t close = mark_end(view, view[begin].mark);
    if (close >= end) return close;
    const bool after = view[close].has(kComma);
    const bool inside = close >= 2 && view[close - 2].has(kComma | kStop);
    if (!after && !inside) return clause_end(view, cue, begin, end);
    const std::uint32_t next = after ? close + 1 : close;
    const bool joined = next + 1 < end && view[next].is(kCoordinator) && view[next + 1].has(kThat);
    return joined ? clause_end(view, cue, begin, end) : close;
}

}  // namespace lede::quotes
