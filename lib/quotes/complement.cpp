#include "quotes/complement.h"

#include <algorithm>

namespace lede::quotes {
namespace {

constexpr std::uint32_t kReach = 40;

bool is_gerund_cue(const TokenFact& fact) {
    return fact.word.cue != 0 && (fact.word.forms & kGerund) != 0;
}

bool is_prepositional(const TokenFact& fact) {
    return fact.is(kPreposition) && !fact.has(kAs) && !fact.is(kCoordinator);
}

// Reads the words between a cue and its content.
class AdjunctReader {
  public:
    AdjunctReader(const View& view, std::uint32_t cue, std::uint32_t from, std::uint32_t end)
        : view_(view),
          verb_(view.verb(cue)),
          at_(from),
          end_(std::min(end, from + kReach)),
          limit_(std::min(end, from + 3 * kReach)) {}

    Complement read() {
        if (verb_.is(kMustTell) || verb_.is(kMayTell)) skip_addressee();
        while (at_ < end_) {
            const TokenFact& fact = view_[at_];
            if (opens_mark(view_, at_)) return result(ComplementKind::kMark, at_);
            if (fact.has(kQuoteMark)) break;
            if (fact.has(kThat)) return that_clause();
            if (fact.part == Part::kPunctuation) {
                if (!pass_punctuation()) return done_;
                continue;
            }
            if (fact.is(kWh) && fact.mention == kNone) return wh_clause();
            if (fact.has(kTo) && at_ + 1 < end_ && is_base(view_[at_ + 1])) return infinitive();
            const bool then = fact.is(kAdverb) && at_ + 1 < end_ && view_[at_ + 1].has(kThat);
            if ((fact.is(kCoordinator) && !then) || fact.has(kAs)) break;
            if (is_clause_opener(fact)) return bare_clause(true);
            if (fact.part == Part::kAdverb || fact.is(kTime) ||
                (fact.is(kAdverb) && !fact.is(kDeterminer))) {
                ++at_;
                continue;
            }
            if (is_prepositional(fact)) {
                if (!skip_phrase()) break;
                continue;
            }
            return bare_clause(false);
        }
        return result(ComplementKind::kNothing, at_);
    }

  private:
    Complement result(ComplementKind kind, std::uint32_t begin) const {
        return {.kind = kind, .begin = begin, .end = at_, .apart = apart_};
    }

    static bool is_base(const TokenFact& fact) {
        return fact.part == Part::kNonfinite || fact.is(kAuxiliary) ||
               (fact.word.cue != 0 && (fact.word.forms & kBase) && !fact.word.noun);
    }

    static bool is_clause_opener(const TokenFact& fact) {
        return fact.is(kSubordinator) && !fact.is(kPreposition) && !fact.is(kWh);
    }

    void skip_addressee() {
        if (at_ >= end_ || view_[at_].has(kQuoteMark | kThat)) return;
        if (view_[at_].has(kTo)) return;
        const auto phrase = noun_phrase_after(view_, at_, end_, false);
        if (!phrase) return;
        const TokenFact& head = view_[phrase->end - 1];
        const bool told = head.is(kAddressee) || (head.is(kObject) && phrase->end == at_ + 1 &&
                                                  !is_clause(view_, at_, limit_, false));
        if (!verb_.is(kMustTell) && !told) return;
        std::uint32_t next = first_name_end(view_, *phrase, limit_);
        if (next + 1 < end_ && view_[next].is(kCoordinator)) {
            const auto second = noun_phrase_after(view_, next + 1, end_, false);
            if (second && !view_[second->end].is_verb()) next = second->end;
        }
        at_ = next;
    }

    Complement that_clause() {
        if (!verb_.is(kClause) && !verb_.is(kThatClause) && !verb_.is(kDirect))
            return result(ComplementKind::kObject, at_);
        const std::uint32_t next = at_ + 1;
        if (apart_ && next < end_ && view_[next].part == Part::kFinite)
            return result(ComplementKind::kNothing, at_);
        const bool pronoun =
            next < end_ && (view_[next].part == Part::kFinite || view_[next].has(kComma | kStop));
        if (pronoun && next < end_ && view_[next].has(kComma) && has_finite(view_, next, limit_))
            return result(ComplementKind::kClause, next + 1);
        if (next >= limit_) return result(ComplementKind::kNothing, at_);
        if (!has_finite(view_, next, limit_) && !opens_mark(view_, next))
            return result(ComplementKind::kObject, at_);
        return result(ComplementKind::kClause, pronoun ? at_ : next);
    }

    Complement wh_clause() {
        if (verb_.is(kWhClause) && has_finite(view_, at_, limit_))
            return result(ComplementKind::kClause, at_);
        if (view_[at_].is(kSubordinator) && verb_.is(kClause) && is_front_clause())
            return result(ComplementKind::kClause, at_);
        return result(ComplementKind::kNothing, at_);
    }

    // "said if elected he would": a clause before the clause, closed by a comma or a subject.
    bool is_front_clause() const {
        std::uint32_t verbs = 0;
        for (std::uint32_t i = at_; i < limit_; ++i) verbs += view_[i].part == Part::kFinite;
        return verbs >= 2;
    }

    Complement infinitive() {
        if (verb_.is(kInfinitive) || verb_.is(kUrge))
            return result(ComplementKind::kInfinitive, at_);
        return result(ComplementKind::kObject, at_);
    }

    // "urged Congress to pass the bill"
    bool skip_urged() {
        const auto phrase = noun_phrase_after(view_, at_, end_, false);
        if (!phrase) return false;
        std::uint32_t next = phrase->end;
        while (next < end_ && (view_[next].part == Part::kAdverb || view_[next].is(kNegation)))
            ++next;
        if (next + 1 >= end_ || !view_[next].has(kTo) || !is_base(view_[next + 1])) return false;
        at_ = next;
        return true;
    }

    Complement bare_clause(bool opener) {
        if (verb_.is(kGerundObject) && view_[at_].has(kIngForm))
            return result(ComplementKind::kInfinitive, at_);
        if (verb_.is(kUrge) && !opener && skip_urged()) return infinitive();
        const bool bare = verb_.is(kBareClause) && !view_[at_].is(kAmount);
        if (verb_.is(kClause) && (is_clause(view_, at_, limit_, opener || bare) ||
                                  (bare && has_participle(at_ + 1, limit_))))
            return result(ComplementKind::kClause, at_);
        return result(ComplementKind::kObject, at_);
    }

    // A past form that the tagger took for a participle may be the clause's verb.
    bool has_participle(std::uint32_t begin, std::uint32_t end) const {
        for (std::uint32_t i = begin; i < end; ++i)
            if (view_[i].part == Part::kNonfinite && view_[i].has(kPastForm)) return true;
        return false;
    }

    bool skip_phrase() {
        const std::uint32_t begin = at_ + 1;
        if (opens_mark(view_, begin)) {
            if (verb_.is(kOfPhrase)) return false;
            at_ = mark_end(view_, view_[begin].mark);
            return true;
        }
        const auto phrase = noun_phrase_after(view_, begin, end_, false);
        if (!phrase) {
            if (begin < end_ && (view_[begin].is(kTime) || view_[begin].part == Part::kAdverb)) {
                at_ = begin + 1;
                return true;
            }
            return false;
        }
        at_ = phrase->end;
        return true;
    }

    // A comma or colon before the content is passed; otherwise `done_` says what was found.
    bool pass_punctuation() {
        const TokenFact& fact = view_[at_];
        const std::uint32_t next = at_ + 1;
        if (next < end_ && fact.has(kComma | kColon | kDashMark)) {
            if (opens_mark(view_, next) || (fact.has(kComma) && view_[next].has(kThat))) {
                apart_ = true;
                ++at_;
                return true;
            }
            if (fact.has(kColon) && has_finite(view_, next, limit_) && verb_.is(kDirect)) {
                apart_ = true;
                done_ = result(ComplementKind::kClause, next);
                return false;
            }
            if (fact.has(kComma)) {
                const std::uint32_t close = insertion_end(next);
                if (close != kNone) {
                    apart_ = true;
                    at_ = close;
                    return true;
                }
            }
        }
        done_ = result(ComplementKind::kNothing, at_);
        return false;
    }

    // "said, for example, that": the token after the second comma, if content follows it.
    std::uint32_t insertion_end(std::uint32_t begin) const {
        for (std::uint32_t i = begin; i + 1 < end_ && i < begin + 14; ++i) {
            if (view_[i].has(kStop | kSemicolon | kQuoteMark)) return kNone;
            if (i == begin && is_gerund_cue(view_[i])) return kNone;  // "said, adding, “…”"
            // "if he was worried, Lee replied, “…”": a clause of its own is no insertion
            const bool joined = view_[begin].has(kAs) || view_[begin].is(kRelative) ||
                                view_[begin].is(kSubordinator);
            if (view_[i].part == Part::kFinite && !joined) return kNone;
            if (view_[i].has(kComma | kColon))
                return view_[i + 1].has(kThat) || opens_mark(view_, i + 1) ? i + 1 : kNone;
        }
        return kNone;
    }

    const View& view_;
    const CueVerb& verb_;
    std::uint32_t at_;
    std::uint32_t end_;
    std::uint32_t limit_;
    bool apart_ = false;
    Complement done_;
};

bool is_cue(const TokenFact& fact) { return fact.word.cue != 0 && !fact.is(kAuxiliary); }

// Whether "NP said" or "said" (of a verb that takes clauses) begins at the token.
bool begins_report(const View& view, std::uint32_t at, std::uint32_t end, bool needs_subject) {
    std::uint32_t i = at;
    if (const auto subject = noun_phrase_after(view, at, end, true)) {
        i = subject->end;
        if (i == at) return false;
    } else if (needs_subject) {
        return false;
    }
    for (int steps = 0; steps < 4 && i < end; ++steps, ++i) {
        const TokenFact& fact = view[i];
        if (is_cue(fact) && (fact.word.forms & (kPast | kThird | kBase)) && !fact.has(kQuoteMark)) {
            const CueVerb& verb = view.verb(i);
            if (verb.cue_class == CueClass::kManner || verb.cue_class == CueClass::kNaming)
                return false;
            const Complement after = read_complement(view, i, end);
            const bool urges = after.kind == ComplementKind::kInfinitive &&
                               verb.cue_class == CueClass::kSpeech && verb.is(kUrge);
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
    const std::uint32_t next = subject->end;
    return next < end && view[next].part == Part::kFinite && !is_past(view[next]);
}

// Whether the content ends before the comma or coordinator at `at`.
bool breaks_at(const View& view, std::uint32_t cue, std::uint32_t begin, std::uint32_t at,
               std::uint32_t end) {
    const bool comma = view[at].has(kComma);
    std::uint32_t next = comma ? at + 1 : at;
    if (next >= end) return false;
    if (comma && begins_gerund_cue(view, next, end)) return true;
    if (comma && view.document.token_text(next) == "however") return true;
    // ", a claim that he denied": the narrator names what was said
    if (comma && next + 1 < end && view[next].is(kDeterminer) &&
        (view[next + 1].word.noun & (kSpeechNoun | kPromiseNoun)) != 0)
        return true;
    if (view[next].is(kAccording)) return true;
    const bool joint = view[next].is(kCoordinator) ||
                       (comma && (view[next].has(kAs) || view[next].is(kSubordinator)));
    if (!joint || next + 1 >= end) return false;
    const bool tells = view[next].has(kAs);
    const bool coordinates = view[next].is(kCoordinator);
    ++next;
    if (coordinates && shifts_tense(view, cue, begin, next, end)) return true;
    if (view[next].has(kThat)) return false;
    const TokenFact& verb = view[next];
    const std::uint8_t forms = cue == kNone ? std::uint8_t{kPast | kThird} : view[cue].word.forms;
    const bool same_form =
        is_cue(verb) &&
        (verb.part == Part::kFinite || (verb.word.forms & forms & (kPast | kThird | kGerund)) != 0);
    if (same_form || verb.part == Part::kAdverb) return begins_report(view, next, end, false);
    return (comma || tells) && begins_report(view, next, end, true);
}

}  // namespace

bool opens_mark(const View& view, std::uint32_t token) {
    if (token >= view.size()) return false;
    const TokenFact& fact = view[token];
    return fact.has(kQuoteMark) && fact.mark != kNone &&
           view.marks[fact.mark].outer.begin == view.document.tokens[token].span.begin;
}

std::uint32_t mark_end(const View& view, std::uint32_t mark) {
    return view.token_at(view.marks[mark].outer.end);
}

bool has_finite(const View& view, std::uint32_t begin, std::uint32_t end) {
    for (std::uint32_t i = begin; i < end; ++i)
        if (view[i].part == Part::kFinite) return true;
    return false;
}

std::uint32_t first_name_end(const View& view, const NounPhrase& phrase, std::uint32_t end) {
    for (std::uint32_t i = phrase.begin; i + 1 < phrase.end; ++i)
        if (view[i].mention != kNone && view[i + 1].mention != view[i].mention &&
            !view[i + 1].has(kGenitive | kOf) && is_clause(view, i + 1, end, false))
            return i + 1;
    return phrase.end;
}

bool is_clause(const View& view, std::uint32_t begin, std::uint32_t end, bool loose) {
    if (begin >= end) return false;
    if (loose) return has_finite(view, begin, end);
    const auto subject = noun_phrase_after(view, begin, end, true);
    if (!subject)
        return view[begin].is(kPronoun) && begin + 1 < end && view[begin + 1].part == Part::kFinite;
    std::uint32_t i = subject->end;
    while (i < end && i < subject->end + 4 &&
           (view[i].has(kQuoteMark) || view[i].part == Part::kAdverb || view[i].is(kAdverb)) &&
           view[i].part != Part::kFinite)
        ++i;
    return i < end && view[i].part == Part::kFinite;
}

std::uint32_t clause_end(const View& view, std::uint32_t cue, std::uint32_t begin,
                         std::uint32_t end) {
    std::uint32_t i = begin;
    while (i < end) {
        const TokenFact& fact = view[i];
        if (opens_mark(view, i)) {
            i = std::max(i + 1, mark_end(view, fact.mark));
            if (i >= end) return i;
            continue;
        }
        if (fact.has(kSemicolon)) return i;
        if (fact.is(kAccording) && i + 1 < end && view[i + 1].has(kTo)) return i;
        if (i > begin && (fact.has(kComma) || fact.is(kCoordinator)) &&
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

Complement read_complement_from(const View& view, std::uint32_t cue, std::uint32_t from,
                                std::uint32_t end) {
    return AdjunctReader(view, cue, from, end).read();
}

Complement read_complement(const View& view, std::uint32_t cue, std::uint32_t end) {
    return read_complement_from(view, cue, cue + 1, end);
}

}  // namespace lede::quotes
