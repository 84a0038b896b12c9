#include "quotes/complement.h"

#include <algorithm>

#include "quotes/main_verb.h"

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
          passive_(is_passive(view, cue)),
          is_inverted_(from != cue + 1 || cue == 0 || view[cue - 1].part == Part::kPunctuation),
          at_(from),
          end_(std::min(end, from + kReach)),
          limit_(std::min(end, from + 3 * kReach)) {}

    Complement read() {
        if (!passive_ && (verb_.is(kMustTell) || verb_.is(kMayTell))) skip_addressee();
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
            if (fact.has(kTo) && at_ + 1 < end_ && begins_infinitive(at_ + 1)) return infinitive();
            const bool then = fact.is(kAdverb) && at_ + 1 < end_ && view_[at_ + 1].has(kThat);
            if ((fact.is(kCoordinator) && !then) || (fact.has(kAs) && !begins_amount())) break;
            if (is_clause_opener(fact)) return bare_clause(true);
            if (fact.mention != kNone) return bare_clause(false);
            if (fact.is(kAmount) && at_ + 1 < end_ && view_[at_ + 1].is_verb())
                return bare_clause(false);  // "said more needed to be done"
            if (fact.is(kRough) && begins_amount()) return bare_clause(true);  // "about 40 died"
            const bool adverb = fact.part == Part::kAdverb || fact.is(kTime) ||
                                (fact.is(kAdverb) && !fact.is(kDeterminer));
            if (adverb && !is_owner()) {
                ++at_;
                continue;
            }
            if (fact.is(kSubordinator) && is_prepositional(fact) && verb_.is(kAnyClause) &&
                is_clause(view_, at_ + 1, limit_, false) && is_front_clause())
                return result(ComplementKind::kClause, at_);  // "says after he fired, a man fled"
            if (is_prepositional(fact) && !begins_amount()) {
                if (!skip_phrase()) break;
                continue;
            }
            return bare_clause(false);
        }
        return result(ComplementKind::kNothing, at_);
    }

  private:
    // "They were told the deal was off": nobody else is told.
    static bool is_passive(const View& view, std::uint32_t cue) {
        if (!(view[cue].word.forms & kParticiple)) return false;
        while (cue > 0 && view[cue - 1].part == Part::kAdverb) --cue;
        return cue > 0 && view[cue - 1].is(kBe);
    }

    Complement result(ComplementKind kind, std::uint32_t begin) const {
        return {.kind = kind, .begin = begin, .end = at_, .apart = apart_};
    }

    static bool is_base(const TokenFact& fact) {
        return fact.part == Part::kNonfinite || fact.is(kAuxiliary) ||
               (fact.word.cue != 0 && (fact.word.forms & kBase) && !fact.word.noun);
    }

    // "vowed to “cleanse” the ranks"
    bool begins_infinitive(std::uint32_t at) const {
        return is_base(view_[at]) ||
               (opens_mark(view_, at) && at + 1 < view_.size() && is_base(view_[at + 1]));
    }

    static bool is_clause_opener(const TokenFact& fact) {
        return fact.is(kSubordinator) && !fact.is(kPreposition) && !fact.is(kWh);
    }

    // "said last week's vote was fair": a time that owns something is part of the content.
    bool is_owner() const {
        std::uint32_t i = at_;
        while (i < end_ && (view_[i].is(kTime) || view_[i].is(kAdverb))) ++i;
        return i > at_ && i < end_ && view_[i].has(kGenitive) && view_[i - 1].is(kTime);
    }

    // "figures at least a third of them agree", "say as many as 40 died"
    bool begins_amount() const {
        if (at_ + 2 >= end_) return false;
        if (view_[at_].is(kRough) && view_[at_ + 1].part == Part::kNumber)
            return has_finite(view_, at_ + 2, limit_);
        if (view_[at_].has(kAs)) return view_[at_ + 2].has(kAs) && has_finite(view_, at_, limit_);
        return view_[at_ + 1].is(kLeast) &&
               (view_[at_ + 2].part == Part::kNumber || view_[at_ + 2].is(kDeterminer)) &&
               has_finite(view_, at_ + 2, limit_);
    }

    void skip_addressee() {
        if (at_ >= end_ || view_[at_].has(kQuoteMark | kThat)) return;
        if (view_[at_].has(kTo)) return;
        const auto phrase = noun_phrase_after(view_, at_, end_, false);
        if (!phrase) return;
        const TokenFact& head = view_[phrase->end - 1];
        const bool told = head.is(kAddressee) || (head.is(kObject) && phrase->end == at_ + 1 &&
                                                  !is_clause(view_, at_, limit_, false));
        const bool warned = verb_.is(kUrge) && head.word.noun == 0 && phrase->end < end_ &&
                            view_[phrase->end].has(kThat);  // "warned the rebels that"
        if (!verb_.is(kMustTell) && !told && !warned) return;
        // "said voters were tired": the voters are no addressees but what the clause is about
        if (!verb_.is(kMustTell) && !warned && is_clause(view_, at_, limit_, false)) return;
        // "says four people, among them a child, are dead"
        const bool cut = phrase->end < end_ && view_[phrase->end].has(kComma) &&
                         !opens_mark(view_, phrase->end + 1);
        if (!verb_.is(kMustTell) && cut) return;
        std::uint32_t next = first_name_end(view_, *phrase, limit_);
        if (next + 1 < end_ && view_[next].is(kCoordinator)) {
            const auto second = noun_phrase_after(view_, next + 1, end_, false);
            if (second && !view_[second->end].is_verb()) next = second->end;
        }
        at_ = next;
        skip_owned_title();
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
        if (!has_finite(view_, next, limit_) && !opens_mark(view_, next) && !is_wish(next) &&
            !has_participle(next, limit_))
            return result(ComplementKind::kObject, at_);
        return result(ComplementKind::kClause, pronoun ? at_ : next);
    }

    // "demanded that the panel release the tapes"
    bool is_wish(std::uint32_t begin) const {
        const auto subject = noun_phrase_after(view_, begin, limit_, true);
        if (!subject) return false;
        std::uint32_t verb = subject->end;
        while (verb < limit_ && view_[verb].part == Part::kAdverb) ++verb;
        return verb < limit_ && view_[verb].part == Part::kNonfinite &&
               !view_[verb].has(kIngForm | kPastForm);
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
        if (opens_mark(view_, at_)) return result(ComplementKind::kMark, at_);
        if (verb_.is(kInfinitive) || verb_.is(kUrge))
            return result(ComplementKind::kInfinitive,
                          view_[at_ - 1].is(kNegation) ? at_ - 1 : at_);
        return result(ComplementKind::kObject, at_);
    }

    // "urged Congress to pass the bill"
    bool skip_urged() {
        const auto phrase = noun_phrase_after(view_, at_, end_, false);
        if (!phrase) return false;
        std::uint32_t next = phrase->end;
        if (next < end_ && is_prepositional(view_[next]) && !view_[next].has(kTo))
            if (const auto wide = noun_phrase_after(view_, at_, end_, true))
                next = wide->end;  // "urged the candidates in the race to agree"
        if (next + 1 < end_ && view_[next].has(kComma) && opens_mark(view_, next + 1)) {
            at_ = next + 1;  // "urging voters, “Stay calm”"
            apart_ = true;
            return true;
        }
        if (next + 1 < end_ && view_[next].is(kCoordinator))
            if (const auto second = noun_phrase_after(view_, next + 1, end_, true))
                next = second->end;  // "urged Ohio and others in the region to act"
        while (next < end_ && (view_[next].part == Part::kAdverb || view_[next].is(kNegation)))
            ++next;
        if (opens_mark(view_, next) && next + 1 < end_ &&
            (view_[next + 1].has(kTo) || view_[next + 1].is(kNegation))) {
            at_ = next;  // "begged lawmakers “not to lose sight of” the war"
            return true;
        }
        if (next + 1 >= end_ || !view_[next].has(kTo) || !is_base(view_[next + 1])) return false;
        at_ = next;
        return true;
    }

    Complement bare_clause(bool opener) {
        if (verb_.is(kGerundObject) && view_[at_].has(kIngForm))
            return result(ComplementKind::kInfinitive, at_);
        if (verb_.is(kUrge) && !opener && skip_urged()) return infinitive();
        const bool bare = verb_.is(kBareClause) && !view_[at_].is(kAmount);
        if (verb_.is(kClause) && view_[at_].is(kAmount) && at_ + 1 < limit_ &&
            (view_[at_ + 1].part == Part::kFinite || view_[at_ + 1].has(kPastForm)))
            return result(ComplementKind::kClause, at_);  // "said more needed to be done"
        const TokenFact& first = view_[at_];
        if (first.part == Part::kAdjective && at_ + 1 < end_ && view_[at_ + 1].has(kThat))
            return result(ComplementKind::kObject, at_);  // "feel sure that"
        if (verb_.is(kClause) && first.is(kPersonal) && !first.is(kObject) &&
            opens_mark(view_, at_ + 1))
            return result(ComplementKind::kClause, at_);  // "says she “sides with banks”"
        if (verb_.is(kClause) &&
            (is_clause(view_, at_, limit_, opener) || (bare && has_verb_of_own()) ||
             (bare && has_participle(at_ + 1, limit_))))
            return result(ComplementKind::kClause, at_);
        if (verb_.is(kAnyClause) && !is_inverted_ && begins_unread_clause())
            return result(ComplementKind::kClause, at_);
        return result(ComplementKind::kObject, at_);
    }

    // What "say" is followed by is a clause although the tagger found no verb in it: "said the
    // supply rose/NN 19 percent", "a plan they say helps/NNS voters".
    bool begins_unread_clause() const {
        const TokenFact& first = view_[at_];
        const bool verb = first.part == Part::kNonfinite && !first.has(kIngForm);
        if (first.is(kAmount) || limit_ < at_ + (verb ? 3U : 6U)) return false;
        if (view_[at_ + 1].part == Part::kPunctuation) return false;
        return verb || first.is(kDeterminer) || first.is(kPossessive) || first.is_noun() ||
               first.part == Part::kAdjective;
    }

    // A finite verb that a coordinator does not join to the cue: not "fears revenge and has left".
    bool has_verb_of_own() const {
        for (std::uint32_t i = at_; i < limit_; ++i) {
            if (view_[i].part != Part::kFinite) continue;
            std::uint32_t before = i;
            while (before > at_ && view_[before - 1].part == Part::kAdverb) --before;
            return before == at_ || !view_[before - 1].is(kCoordinator);
        }
        return false;
    }

    // A past form that the tagger took for a participle may be the clause's verb.
    bool has_participle(std::uint32_t begin, std::uint32_t end) const {
        for (std::uint32_t i = begin; i < end; ++i)
            if (view_[i].part == Part::kNonfinite && view_[i].has(kPastForm) &&
                (i == begin || !view_[i - 1].is(kAuxiliary)))
                return true;
        return false;
    }

    // "on CNN’s “State of the Union” that"
    void skip_owned_title() {
        if (at_ < end_ && (view_[at_].has(kGenitive) || view_[at_].is(kBe)) &&
            opens_mark(view_, at_ + 1))
            at_ = mark_end(view_, view_[at_ + 1].mark);
    }

    bool skip_phrase() {
        std::uint32_t begin = at_ + 1;
        if (begin + 1 < end_ && is_prepositional(view_[begin]) && view_[begin].mention == kNone)
            ++begin;  // "outside of the hall"
        const bool owned = begin == at_ + 1 && view_[at_].has(kOf);
        if (begin < end_ && view_[begin].is(kTime)) {  // "on Saturday the army"
            std::uint32_t i = begin;
            while (i < end_ && (view_[i].is(kTime) || view_[i].part == Part::kNumber)) ++i;
            if (i < end_ && !view_[i].has(kGenitive | kComma) &&
                (view_[i].mention == kNone || view_[i].mention != view_[i - 1].mention)) {
                at_ = i;
                return true;
            }
        }
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
        skip_owned_title();
        // "learned of letters that told": the clause belongs to the letters
        return at_ >= end_ || !owned || !view_[at_].has(kThat);
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
    bool passive_;
    bool is_inverted_;  // the subject does not stand right before the cue
    std::uint32_t at_;
    std::uint32_t end_;
    std::uint32_t limit_;
    bool apart_ = false;
    Complement done_;
};

}  // namespace

bool opens_mark(const View& view, std::uint32_t token) {
    if (token >= view.size()) return false;
    const TokenFact& fact = view[token];
    return fact.has(kQuoteMark) && fact.mark != kNone &&
           view.marks[fact.mark].outer.begin == view.document.tokens[token].span.begin;
}

bool is_title(const View& view, std::uint32_t mark) {
    const std::uint32_t begin = view.token_at(view.marks[mark].inner.begin);
    const std::uint32_t end = view.token_at(view.marks[mark].inner.end);
    if (begin >= end || end > begin + 12 || !view[begin].has(kCapital)) return false;
    for (std::uint32_t i = begin; i < end; ++i) {
        const TokenFact& fact = view[i];
        if (fact.has(kStop)) return false;
        if (fact.part == Part::kPunctuation || fact.has(kCapital | kGenitive)) continue;
        const bool small = fact.is(kDeterminer) || fact.is(kPreposition) || fact.is(kCoordinator) ||
                           fact.has(kTo | kAs) || fact.part == Part::kNumber;
        if (!small) return false;
    }
    return true;
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
        if ((view[i].mention != kNone || view[i].is(kPeople) || view[i].is(kAddressee)) &&
            view[i + 1].mention != view[i].mention && !view[i + 1].has(kGenitive | kOf) &&
            is_clause(view, i + 1, end, false))
            return i + 1;
    return phrase.end;
}

bool is_clause(const View& view, std::uint32_t begin, std::uint32_t end, bool loose) {
    if (begin >= end) return false;
    if (loose) return has_finite(view, begin, end);
    const TokenFact& first = view[begin];
    if (first.mention == kNone && first.is(kObject) && !first.is(kPersonal) &&
        !first.is(kPossessive))
        return false;  // "advised me to …"
    const auto subject = noun_phrase_after(view, begin, end, true);
    std::uint32_t i = subject ? subject->end : view[begin].is(kPronoun) ? begin + 1 : end;
    while (subject && i < end && i < subject->end + 4 &&
           (view[i].has(kQuoteMark) || view[i].part == Part::kAdverb || view[i].is(kAdverb)) &&
           view[i].part != Part::kFinite)
        ++i;
    if (i < end && view[i].part == Part::kFinite) return true;
    const std::uint32_t verb = main_verb(view, begin, end);
    return verb != kNone && verb > begin;
}

Complement read_complement_from(const View& view, std::uint32_t cue, std::uint32_t from,
                                std::uint32_t end) {
    return AdjunctReader(view, cue, from, end).read();
}

Complement read_complement(const View& view, std::uint32_t cue, std::uint32_t end) {
    return read_complement_from(view, cue, cue + 1, end);
}

}  // namespace lede::quotes
