#include "quotes/inverted_reports.h"

#include <algorithm>

#include "quotes/complement.h"
#include "quotes/content_end.h"

namespace lede::quotes {

std::uint32_t InvertedReports::read_inverted(std::uint32_t cue, const CueVerb& verb) {
    if (cue == begin_)
        if (const std::uint32_t next = read_opening(cue, verb); next != 0) return next;
    if (cue == 0 || (!verb.is(kDirect) && !verb.is(kClause))) return 0;
    if (!(view_[cue].word.forms & (kPast | kThird)) && !is_plural_inversion(cue)) return 0;
    std::uint32_t group = cue;
    while (group > begin_ && view_[group - 1].part == Part::kAdverb) --group;
    if (group == 0) return 0;
    const TokenFact& before = view_[group - 1];
    const bool marked = follows_mark(group);
    if (!marked && (group <= free_ || !sets_off(group - 1))) return 0;
    const auto speaker = noun_phrase_after(view_, cue + 1, end_, false);
    if (!speaker || !ends_inversion(speaker->end) || is_time(view_, *speaker)) return 0;
    // "Ann Lee, a lawyer, told reporters": who speaks stands before the cue.
    if (!marked && subject_before(view_, cue, free_)) return 0;
    if (!marked && !may_invert(verb, *speaker)) return 0;
    Report report{
        .speaker = speaker, .cue_begin = cue, .cue_end = cue + 1, .cue_class = verb.cue_class};
    const std::uint32_t end = before.has(kComma | kDashMark) ? group - 1 : group;
    const bool quote = end > 0 && view_[end - 1].has(kQuoteMark) && !opens_mark(view_, end - 1);
    std::uint32_t next = speaker->end;
    if (!add_left_piece(report, end, quote, next >= end_)) {
        if (free_ >= end || next + 1 >= end_ || !view_[next].has(kComma)) return 0;
        add_piece(report, free_, end);
        // "Every spring, said Ann Lee, who runs the diner, candidates come"
        const std::uint32_t right = skip_apposition(next);
        if (right < end_ && (begins_predicate(right) || is_clause(view_, right, end_, false))) {
            next = clause_end(view_, cue, right, end_);
            add_piece(report, right, next);
            subject_ = speaker;
            return finish(report, next);
        }
    }
    subject_ = speaker;
    add_right(report, next, quote, next);
    return finish(report, next);
}

std::uint32_t InvertedReports::read_opening(std::uint32_t cue, const CueVerb& verb) {
    if (!verb.is(kDirect) || !(view_[cue].word.forms & (kPast | kThird))) return 0;
    const auto speaker = noun_phrase_after(view_, cue + 1, end_, true);
    if (!speaker || is_time(view_, *speaker)) return 0;
    const std::uint32_t comma = std::max(speaker->end + 1, skip_apposition(speaker->end));
    if (comma >= end_ || !view_[comma - 1].has(kComma | kColon) || !opens_mark(view_, comma))
        return 0;
    Report report{
        .speaker = speaker, .cue_begin = cue, .cue_end = cue + 1, .cue_class = verb.cue_class};
    subject_ = speaker;
    const std::uint32_t end = mark_end(view_, view_[comma].mark);
    add_piece(report, comma, end);
    return finish(report, end);
}

bool InvertedReports::is_plural_inversion(std::uint32_t cue) const {
    if (!(view_[cue].word.forms & kBase) || view_[cue - 1].has(kTo)) return false;
    const auto speaker = noun_phrase_after(view_, cue + 1, end_, false);
    return speaker && (view_[speaker->end - 1].is(kPeople) || view_[speaker->end - 1].is(kSource));
}

bool InvertedReports::may_invert(const CueVerb& verb, const NounPhrase& speaker) const {
    if (verb.cue_class != CueClass::kSpeech || !verb.is(kDirect) || !verb.is(kClause)) return false;
    const TokenFact& first = view_[speaker.begin];
    if (first.mention == kNone && first.is(kObject) && !first.is(kPersonal)) return false;
    return verb.is(kBareClause) || speaker.end >= end_ ||
           view_[speaker.end].part == Part::kPunctuation;
}

bool InvertedReports::ends_inversion(std::uint32_t after) const {
    if (after >= end_) return true;
    const TokenFact& fact = view_[after];
    return fact.part == Part::kPunctuation || fact.is(kPreposition) || fact.is(kRelative) ||
           fact.is(kCoordinator) || fact.is(kTime) || fact.is(kSubordinator) ||
           fact.part == Part::kAdverb || fact.has(kQuoteMark) ||
           (fact.part == Part::kNonfinite && (fact.word.forms & kGerund));
}

}  // namespace lede::quotes
