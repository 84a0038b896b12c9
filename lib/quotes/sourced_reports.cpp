#include "quotes/sourced_reports.h"

#include <algorithm>

#include "quotes/complement.h"
#include "quotes/content_end.h"
#include "quotes/main_verb.h"

namespace lede::quotes {

void SourcedReports::read_heading() {
    const auto speaker = noun_phrase_after(view_, begin_, end_, false);
    if (!speaker || speaker->end + 1 >= end_ || !view_[speaker->end].has(kColon)) return;
    const TokenFact& head = view_[speaker->end - 1];
    const bool says = head.mention != kNone && (mention(head).type == EntityType::kPerson ||
                                                mention(head).type == EntityType::kOrg);
    const bool sources = head.is(kSource);
    if (!says && !sources) return;
    const std::uint32_t begin = speaker->end + 1;
    if (!opens_mark(view_, begin) && !has_finite(view_, begin, end_)) return;
    Report report{.speaker = speaker};
    add_piece(report, begin, end_);
    reports_.push_back(report);
    free_ = end_;
}

const Mention& SourcedReports::mention(const TokenFact& fact) const {
    return view_.document.mentions[fact.mention];
}

std::optional<NounPhrase> SourcedReports::source_after(std::uint32_t begin) const {
    auto source = noun_phrase_after(view_, begin, end_, true);
    if (!source || source->end >= end_ || view_[source->end].part == Part::kPunctuation)
        return source;
    source = noun_phrase_after(view_, begin, end_, false);
    const std::uint32_t end = first_name_end(view_, *source, end_);
    return NounPhrase{begin, end == source->end ? end_of_source(end) : end};
}

std::uint32_t SourcedReports::end_of_source(std::uint32_t end) const {
    const TokenFact& next = view_[end];
    if (next.part != Part::kAdjective && next.part != Part::kNonfinite && !next.is(kPreposition))
        return end;
    std::uint32_t i = end;
    for (; i < end_ && view_[i].part != Part::kPunctuation; ++i) {
        if (i >= end + 15) return end;
        if (view_[i].part == Part::kFinite && !(i == end && view_[i].has(kPastForm))) return end;
    }
    const TokenFact& last = view_[i - 1];  // "according to police on Thursday"
    const bool dated = last.is(kTime) || last.part == Part::kNumber;
    if (next.is(kPreposition) && dated) return end;
    return i == end_ || view_[i].has(kComma) ? i : end;
}

std::uint32_t SourcedReports::read_according(std::uint32_t at) {
    const auto speaker = source_after(at + 2);
    if (!speaker) return at + 2;
    Report report{.speaker = speaker, .cue_begin = at, .cue_end = at + 2};
    std::uint32_t end = at;
    if (end > begin_ && view_[end - 1].has(kComma | kDashMark)) --end;
    if (end < at) free_last(end);
    const std::uint32_t begin = left_begin(end);
    std::uint32_t after = speaker->end;
    if (begin < end && view_[end - 1].has(kQuoteMark) && !opens_mark(view_, end - 1)) {
        add_left_piece(report, end, true);
        return finish(report, after);
    }
    const bool relative = begin < end && view_[end - 1].is(kRelative) && view_[end - 1].is(kWh);
    const bool joins = begin < end && view_[end - 1].is(kCoordinator);
    const bool left =
        begin < end && !relative && !joins &&
        (has_finite(view_, begin, end) || (speaker->end >= end_ && has_past(begin, end, true)));
    if (left) {
        add_piece(report, begin, end);
        return finish(report, after);
    }
    after = skip_apposition(after);
    if (after >= end_) return after;
    if (begin < end && !relative && !joins && is_subject(begin, end)) add_piece(report, begin, end);
    const std::uint32_t stop = clause_end(view_, kNone, after, end_);
    add_piece(report, after, stop);
    return finish(report, stop);
}

bool SourcedReports::is_subject(std::uint32_t begin, std::uint32_t end) const {
    return !view_[begin].is(kPreposition) && !view_[begin].is(kAdverb) && end > begin + 1;
}

std::uint32_t SourcedReports::skip_apposition(std::uint32_t after) const {
    if (after >= end_ || !view_[after].has(kComma)) return after;
    ++after;
    if (after >= end_) return after;
    const TokenFact& first = view_[after];
    std::uint32_t comma = after;
    while (comma < end_ && comma < after + 25 && !view_[comma].has(kComma)) ++comma;
    if (comma >= end_ || !view_[comma].has(kComma)) return after;
    if (has_finite(view_, after, comma) && !first.is(kRelative)) return after;
    if (!has_finite(view_, comma + 1, end_) && !opens_mark(view_, comma + 1)) return after;
    // "the coach, Ann Lee, …" and "the agency, quoting officials, …" are sure; other phrases only
    // where a clause begins behind them.
    const bool name = first.mention != kNone && view_[comma - 1].mention == first.mention;
    if (name || first.part == Part::kNonfinite) return comma + 1;
    const bool phrase = first.is(kDeterminer) || first.part == Part::kNoun || first.is(kRelative);
    const bool clause = is_clause(view_, comma + 1, end_, false) || opens_mark(view_, comma + 1);
    return phrase && clause ? comma + 1 : after;
}

bool SourcedReports::is_noun_here(std::uint32_t i) const {
    if (i <= begin_) return false;
    const TokenFact& fact = view_[i];
    if (view_[i - 1].is(kExpressing) && !view_[i - 1].is(kAuxiliary))
        return true;  // "expressed hope/VBP the talks would go on"
    return fact.has(kUntagged) ? !(fact.word.cue && view_[i - 1].mention != kNone) : fact.is_noun();
}

std::uint32_t SourcedReports::read_noun(std::uint32_t noun) {
    const bool that = view_[noun + 1].has(kThat);
    const std::uint32_t begin = that ? noun + 2 : noun + 1;
    if (begin >= end_ || view_[begin].part == Part::kFinite || !has_finite(view_, begin, end_))
        return noun + 1;
    std::uint32_t i = noun;
    while (i > begin_ && i + 5 > noun &&
           (view_[i - 1].part == Part::kAdjective || view_[i - 1].part == Part::kNoun))
        --i;
    if (i <= begin_) return noun + 1;
    Report report{.cue_begin = noun, .cue_end = noun + 1};
    if (view_[i - 1].is(kPossessive)) {
        report.speaker = NounPhrase{i - 1, i};
    } else if (view_[i - 1].has(kGenitive)) {
        report.speaker = noun_phrase_before(view_, i - 1, begin_);
    }
    const bool expressed =
        (view_[noun].word.noun & (kAttitudeNoun | kSpeechNoun)) != 0 &&
        (view_[i - 1].is(kExpressing) ||
         (i > begin_ + 1 && view_[i - 1].is(kDeterminer) && view_[i - 2].is(kExpressing)));
    const bool speech = (view_[noun].word.noun & kSpeechNoun) && !view_[noun].is(kSource);
    if (!that && !(expressed && view_[i - 1].is(kExpressing)))
        return noun + 1;  // "voiced hope he would win", not "had the hope he lost"
    const bool comment = i > begin_ + 1 && view_[i - 2].has(kComma) && !expressed;
    if (!report.speaker && comment) return noun + 1;  // ", a claim that experts reject"
    if (!report.speaker && (expressed || speech)) report.speaker = clause_subject(noun);
    if (!report.speaker) return noun + 1;
    const bool subject = !has_finite(view_, begin_, noun);
    const std::uint32_t end =
        subject ? end_before_verb(begin) : clause_end(view_, noun, begin, end_);
    add_piece(report, begin, end);
    return finish(report, end);
}

std::uint32_t SourcedReports::read_opinion(std::uint32_t noun) {
    std::uint32_t open = noun;  // the "in" of "in his view," and "in the view of critics,"
    while (open > begin_ && open + 8 > noun && !view_[open].is(kPreposition)) --open;
    const bool starts = open == begin_ || view_[open - 1].has(kComma | kThat | kSemicolon) ||
                        view_[open - 1].is(kCoordinator);
    if (open == noun || !view_[open].is(kPreposition) || !starts) return 0;
    Report report{.cue_begin = open, .cue_end = noun + 1};
    std::uint32_t after = noun + 1;
    if (view_[open + 1].is(kPossessive)) {
        report.speaker = NounPhrase{open + 1, open + 2};
    } else if (after < end_ && view_[after].has(kOf)) {
        report.speaker = noun_phrase_after(view_, after + 1, end_, true);
        if (report.speaker) after = report.speaker->end;
    } else {
        for (std::uint32_t i = noun; i > open + 1 && !report.speaker; --i)
            if (view_[i - 1].has(kGenitive)) report.speaker = NounPhrase{open + 1, i - 1};
    }
    if (!report.speaker || after >= end_ || !view_[after].has(kComma)) return 0;
    if (view_[report.speaker->begin].is(kSelf) || is_time(view_, *report.speaker)) return 0;
    const std::uint32_t begin = after + 1;
    if (begin >= end_ || !is_clause(view_, begin, end_, true)) return 0;
    const std::uint32_t stop = clause_end(view_, kNone, begin, end_);
    add_piece(report, begin, stop);
    return finish(report, stop);
}

std::uint32_t SourcedReports::end_before_verb(std::uint32_t begin) const {
    const std::uint32_t verb = main_verb(view_, begin, end_);
    const std::uint32_t behind = verb_behind_clause(view_, verb, end_);
    return behind == kNone ? end_ : behind;
}

}  // namespace lede::quotes
