#include "quotes/report_builder.h"

#include <algorithm>

#include "quotes/complement.h"
#include "quotes/content_end.h"
#include "quotes/main_verb.h"

namespace lede::quotes {

std::optional<NounPhrase> ReportBuilder::clause_subject(std::uint32_t cue) const {
    if (subject_) return subject_;
    for (std::uint32_t i = begin_; i < cue; ++i) {
        if (view_[i].part != Part::kFinite || view_[i].mark != kNone) continue;
        if (auto subject = subject_before(view_, i, begin_)) return subject;
    }
    for (std::uint32_t i = begin_ + 2; i < cue; ++i) {  // "the spy, who led the agency and said"
        if (!view_[i - 1].is(kWh) || !view_[i - 1].is(kRelative) || view_[i].mark != kNone)
            continue;
        if (view_[i].part != Part::kFinite) continue;
        if (auto subject =
                noun_phrase_before(view_, view_[i - 2].has(kComma) ? i - 2 : i - 1, begin_))
            return subject;
    }
    for (std::uint32_t i = begin_; i < cue; ++i)  // "His rival fired back": tagged as participles
        if (view_[i].has(kPastForm) && view_[i].mark == kNone)
            if (auto subject = subject_before(view_, i, begin_)) return subject;
    return std::nullopt;
}

bool ReportBuilder::follows_mark(std::uint32_t token) const {
    if (token > 1 && view_[token - 1].has(kComma)) --token;
    if (token == 0 || !view_[token - 1].has(kQuoteMark) || opens_mark(view_, token - 1))
        return false;
    // “The Lee problem”, a heading, is not what "Lee told the panel that …" below it reports.
    if (token > 1 && !view_[token - 2].has(kComma | kStop) && begins_line(token)) return false;
    return view_[token - 1].mark == kNone || !claimed_[view_[token - 1].mark];
}

bool ReportBuilder::begins_line(std::uint32_t token) const {
    const auto& tokens = view_.document.tokens;
    const std::uint32_t before = tokens[token - 1].span.end;
    const std::string_view gap =
        view_.document.text().substr(before, tokens[token].span.begin - before);
    return gap.find('\n') != std::string_view::npos;
}

std::uint32_t ReportBuilder::left_begin(std::uint32_t end) const {
    std::uint32_t begin = free_;
    for (std::uint32_t i = begin; i < end; ++i)
        if (view_[i].mark == kNone &&
            (view_[i].has(kSemicolon) || (view_[i].has(kColon) && view_[i + 1].has(kCapital))))
            begin = i + 1;
    while (begin < end && (view_[begin].is(kCoordinator) || view_[begin].has(kComma))) ++begin;
    return begin;
}

bool ReportBuilder::add_left_piece(Report& report, std::uint32_t end, bool marked, bool last) {
    const std::uint32_t begin = left_begin(end);
    if (marked) {
        const std::uint32_t mark = view_[end - 1].mark;
        const std::uint32_t open = view_.token_at(view_.marks[mark].outer.begin);
        const bool joined =
            open > begin + 1 && view_[open - 1].is(kCoordinator) &&
            view_[open - 2].has(kQuoteMark);  // "Lee “erred” and “is sorry,” he said"
        const bool whole = open <= begin || view_[open - 1].has(kComma | kColon | kDashMark) ||
                           !has_finite(view_, begin, open);
        add_piece(report, whole && !joined ? open : begin, end);
        return true;
    }
    if (begin >= end || !(has_finite(view_, begin, end) || has_past(begin, end, last)))
        return false;
    add_piece(report, begin, end);
    return true;
}

bool ReportBuilder::goes_on(std::uint32_t comma) const {
    const std::uint32_t next = comma + 1;
    if (next + 1 >= end_ || view_[comma - 1].word.cue == 0) return false;
    const TokenFact& first = view_[next];
    if (first.mention != kNone || first.is(kContrast) || first.has(kAs)) return false;
    if (first.is(kRelative) && first.is(kWh)) return has_finite(view_, next + 1, end_);
    return (first.is(kSubordinator) || first.is(kWh)) && is_clause(view_, next + 1, end_, false);
}

bool ReportBuilder::has_past(std::uint32_t begin, std::uint32_t end, bool last) const {
    for (std::uint32_t i = begin + 1; i < end; ++i) {
        if (!view_[i].has(kPastForm) || view_[i].mark != kNone) continue;
        std::uint32_t before = i - 1;
        while (before > begin && view_[before].part == Part::kAdverb) --before;
        const bool alone = before + 1 < i || last;
        if (alone && view_[before].is_noun() && end > i + 2) return true;
    }
    return false;
}

void ReportBuilder::add_right(Report& report, std::uint32_t after, bool marked,
                              std::uint32_t& next) {
    for (std::uint32_t i = after; i < end_ && i < after + 30; ++i) {
        if (!opens_mark(view_, i)) continue;
        // “We stand ready” tweeted Lee “to help”
        const bool joined = i == after && marked && i + 1 < end_ && !view_[i + 1].has(kCapital);
        if (!joined && (i == after || !view_[i - 1].has(kComma | kColon | kDashMark | kSemicolon)))
            break;
        if (has_cue(after, i)) break;
        next = mark_end(view_, view_[i].mark);
        add_piece(report, i, next);
        return;
    }
    if (marked || after + 1 >= end_ || !view_[after].has(kComma)) return;
    const TokenFact& first = view_[after + 1];
    const bool joined =
        (first.is(kCoordinator) || first.has(kThat)) && has_finite(view_, after + 2, end_);
    if (!begins_predicate(after + 1) && !joined && !goes_on(after)) return;
    next = clause_end(view_, report.cue_begin, after + 1, end_);
    add_piece(report, after + 1, next);
}

std::uint32_t ReportBuilder::inserted_end(const CueContext& context, std::uint32_t begin,
                                          std::uint32_t end) const {
    if (context.begin == begin_ && context.use == CueUse::kParticiple) {
        const std::uint32_t comma = main_clause_comma(begin, end);
        return comma == kNone ? end : comma;
    }
    if (context.begin < begin_ + 1) return end;
    const TokenFact& before = view_[context.begin - 1];
    const bool relative =
        before.is(kRelative) && context.subject &&
        (context.subject->end < context.begin ||
         (before.is(kWh) && context.subject->begin == context.begin &&
          view_[begin].is_verb()));  // "which the mayor says [killed two], struck"
    const std::uint32_t first =
        relative && context.begin > begin_ + 1 ? context.begin - 2 : context.begin - 1;
    const bool comma = view_[first].has(kComma);
    const bool participle = context.use == CueUse::kParticiple && !has_finite(view_, begin_, first);
    if (comma && (relative || participle)) {
        for (std::uint32_t i = begin + 1; i + 1 < end; ++i)
            if (view_[i].has(kComma) && view_[i].mark == kNone && begins_predicate(i + 1)) return i;
        return end;
    }
    const bool supposed = before.is(kSubordinator) && !before.has(kThat | kAs) &&
                          (first == begin_ || sets_off(first - 1));
    if (supposed)  // "If Lee says [he will run], the race will change"
        for (std::uint32_t i = begin + 1; i + 1 < end; ++i)
            if (view_[i].has(kComma) && view_[i].mark == kNone &&
                is_clause(view_, i + 1, end, false))
                return i;
    if (!relative || has_finite(view_, begin_, first)) return end;
    const std::uint32_t verb = main_verb(view_, begin, end);
    const std::uint32_t behind = verb_behind_clause(view_, verb == kNone ? begin : verb, end);
    return behind == kNone ? end : behind;
}

std::uint32_t ReportBuilder::main_clause_comma(std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t i = begin + 1; i + 1 < end; ++i)
        if (view_[i].has(kComma) && view_[i].mark == kNone && is_clause(view_, i + 1, end_, false))
            return i;
    return kNone;
}

void ReportBuilder::free_last(std::uint32_t end) {
    if (end != free_ || freed_ + 1 >= end || view_[freed_ + 1].has(kIngForm)) return;
    for (std::uint32_t i = freed_; i < end; ++i)
        if (view_[i].mark != kNone) return;
    free_ = freed_;
}

bool ReportBuilder::begins_predicate(std::uint32_t token) const {
    const TokenFact& fact = view_[token];
    return fact.is_verb() && !fact.has(kIngForm) && fact.mention == kNone;
}

bool ReportBuilder::has_cue(std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t i = begin; i < end; ++i)
        if (view_[i].word.cue != 0 && view_[i].is_verb() && view_.verb(i).is(kDirect)) return true;
    return false;
}

bool ReportBuilder::sets_off(std::uint32_t token) const {
    if (view_[token].has(kComma)) return true;
    const auto& tokens = view_.document.tokens;
    return view_[token].has(kDashMark) && token + 1 < view_.size() &&
           (tokens[token].span.size() > 1 || tokens[token].span.end < tokens[token + 1].span.begin);
}

void ReportBuilder::add_piece(Report& report, std::uint32_t begin, std::uint32_t end) {
    if (begin >= end) return;
    Piece piece{.begin = begin, .end = end};
    if (opens_mark(view_, begin) && mark_end(view_, view_[begin].mark) == end)
        piece.mark = view_[begin].mark;
    for (const std::uint32_t at : {begin, end - 1})
        if (view_[at].mark != kNone) claimed_[view_[at].mark] = true;
    report.pieces.push_back(piece);
}

std::uint32_t ReportBuilder::finish(Report& report, std::uint32_t next) {
    report.depth = depth_;
    if (!report.pieces.empty()) reports_.push_back(report);
    next = std::max(next, report.cue_end);
    freed_ = free_;
    free_ = std::max(free_, next);
    return next;
}

}  // namespace lede::quotes
