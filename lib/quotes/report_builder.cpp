#include "quotes/report_builder.h"

#include <algorithm>

#include "quotes/complement.h"
#include "quotes/cue_context.h"

namespace lede::quotes {

std::optional<NounPhrase> ReportBuilder::clause_subject(std::uint32_t cue) const {
    if (subject_) return subject_;
    for (std::uint32_t i = begin_; i < cue; ++i) {
        if (view_[i].part != Part::kFinite || view_[i].mark != kNone) continue;
        if (auto subject = subject_before(view_, i, begin_)) return subject;
    }
    return std::nullopt;
}

bool ReportBuilder::follows_mark(std::uint32_t token) const {
    if (token > 1 && view_[token - 1].has(kComma)) --token;
    if (token == 0 || !view_[token - 1].has(kQuoteMark) || opens_mark(view_, token - 1))
        return false;
    return view_[token - 1].mark == kNone || !claimed_[view_[token - 1].mark];
}

std::uint32_t ReportBuilder::left_begin(std::uint32_t end) const {
    std::uint32_t begin = free_;
    for (std::uint32_t i = begin; i < end; ++i)
        if (view_[i].has(kSemicolon) && view_[i].mark == kNone) begin = i + 1;
    while (begin < end && (view_[begin].is(kCoordinator) || view_[begin].has(kComma))) ++begin;
    return begin;
}

bool ReportBuilder::add_left_piece(Report& report, std::uint32_t end, bool marked) {
    const std::uint32_t begin = left_begin(end);
    if (marked) {
        const std::uint32_t mark = view_[end - 1].mark;
        const std::uint32_t open = view_.token_at(view_.marks[mark].outer.begin);
        const bool whole = open <= begin || view_[open - 1].has(kComma | kColon | kDashMark) ||
                           !has_finite(view_, begin, open);
        add_piece(report, whole ? open : begin, end);
        return true;
    }
    if (begin >= end || !has_finite(view_, begin, end)) return false;
    add_piece(report, begin, end);
    return true;
}

void ReportBuilder::add_right(Report& report, std::uint32_t after, bool marked,
                              std::uint32_t& next) {
    for (std::uint32_t i = after; i < end_ && i < after + 30; ++i) {
        if (!opens_mark(view_, i)) continue;
        if (i == after || !view_[i - 1].has(kComma | kColon | kDashMark | kSemicolon)) break;
        if (has_cue(after, i)) break;
        next = mark_end(view_, view_[i].mark);
        add_piece(report, i, next);
        return;
    }
    if (marked || after + 1 >= end_ || !view_[after].has(kComma)) return;
    const TokenFact& first = view_[after + 1];
    const bool joined =
        (first.is(kCoordinator) || first.has(kThat)) && has_finite(view_, after + 2, end_);
    if (first.part != Part::kFinite && !joined) return;
    next = clause_end(view_, report.cue_begin, after + 1, end_);
    add_piece(report, after + 1, next);
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
    reports_.push_back(report);
    next = std::max(next, report.cue_end);
    free_ = std::max(free_, next);
    return next;
}

}  // namespace lede::quotes
