#include "quotes/report_finder.h"

#include <algorithm>
#include <array>

#include "quotes/complement.h"
#include "quotes/cue_context.h"
#include "text/unicode.h"

namespace lede::quotes {
namespace {

class Finder {
  public:
    explicit Finder(const View& view) : view_(view) {}

    std::vector<Report> find() {
        for (const Sentence& sentence : view_.document.sentences) read_sentence(sentence);
        return std::move(reports_);
    }

  private:
    static constexpr int kDeepest = 2;  // reports inside reports

    void read_sentence(const Sentence& sentence) {
        begin_ = sentence.first_token;
        end_ = sentence.last_token;
        while (end_ > begin_ && view_[end_ - 1].has(kStop)) --end_;
        free_ = begin_;
        subject_.reset();
        if (is_heading(sentence)) read_heading();
        for (std::uint32_t i = begin_; i < end_;) {
            const std::uint32_t next = std::max(i + 1, read_token(i));
            i = next;
        }
    }

    bool is_heading(const Sentence& sentence) const {
        if (sentence.block == kNone) return false;
        const Block& block = view_.document.article.blocks[sentence.block];
        return block.kind == BlockKind::kTitle || block.kind == BlockKind::kHeading ||
               block.kind == BlockKind::kDeck ||
               (block.span == sentence.span && end_ == sentence.last_token);
    }

    // "Trump: we fell in love"
    void read_heading() {
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

    const Mention& mention(const TokenFact& fact) const {
        return view_.document.mentions[fact.mention];
    }

    // Reads what begins at the token; returns the token to go on from.
    std::uint32_t read_token(std::uint32_t i) {
        const TokenFact& fact = view_[i];
        if (fact.mark != kNone) {
            return i + 1;
        }
        if (fact.is(kAccording) && i + 1 < end_ && view_[i + 1].has(kTo)) return read_according(i);
        if (fact.word.noun && i + 1 < end_ && view_[i + 1].has(kThat) && is_noun_here(i))
            return read_noun(i);
        if (fact.word.cue == 0 || fact.mention != kNone) return i + 1;
        const CueVerb& verb = view_.verb(i);
        if (verb.cue_class == CueClass::kNaming) return i + 1;
        return read_cue(i, verb);
    }

    std::uint32_t read_cue(std::uint32_t cue, const CueVerb& verb) {
        if (const std::uint32_t next = read_inverted(cue, verb); next != 0) return next;
        const CueContext context = read_context(view_, cue, begin_);
        if (context.use == CueUse::kNone) return cue + 1;
        if (context.use == CueUse::kFinite && context.subject && !context.passive)
            subject_ = context.subject;
        const Complement complement = read_complement(view_, cue, end_);
        const bool as = context.begin > begin_ && view_[context.begin - 1].has(kAs);
        Report report = start(cue, context, verb);
        switch (complement.kind) {
            case ComplementKind::kClause:
                if (verb.cue_class == CueClass::kManner || is_generic(verb, context)) break;
                return add_clause(report, context, complement);
            case ComplementKind::kMark:
                if (complement.apart && follows_quotation(context))
                    return add_left(report, context.begin, complement.end - 1, as);
                if (!complement.apart && (names_only(verb) || verb.cue_class == CueClass::kManner))
                    break;
                return add_mark(report, context, complement);
            case ComplementKind::kInfinitive:
                return cue + 1;
            case ComplementKind::kNothing:
                if (context.passive || context.use != CueUse::kFinite) break;
                if (!as && !takes_left(verb, context)) break;
                return add_left(report, context.begin, complement.end, as);
            case ComplementKind::kObject:
                break;
        }
        return cue + 1;
    }

    Report start(std::uint32_t cue, const CueContext& context, const CueVerb& verb) const {
        Report report{.cue_begin = cue,
                      .cue_end = cue + 1,
                      .polarity = context.polarity,
                      .cue_class = verb.cue_class};
        if (context.passive) return report;
        report.speaker = context.subject;
        if (!report.speaker &&
            (context.use == CueUse::kParticiple || context.use == CueUse::kCoordinated))
            report.speaker = clause_subject(cue);
        return report;
    }

    // The subject of the clause that a participle hangs on.
    std::optional<NounPhrase> clause_subject(std::uint32_t cue) const {
        if (subject_) return subject_;
        for (std::uint32_t i = begin_; i < cue; ++i) {
            if (view_[i].part != Part::kFinite) continue;
            if (auto subject = noun_phrase_before(view_, skip_back(i), begin_)) return subject;
        }
        return std::nullopt;
    }

    std::uint32_t skip_back(std::uint32_t i) const {
        while (i > begin_ && view_[i - 1].part == Part::kAdverb) --i;
        return i;
    }

    // Advice and fillers: "you will find that", "it is important to note that".
    bool is_generic(const CueVerb& verb, const CueContext& context) const {
        if (!context.subject) return false;
        if (is_you(context)) return verb.cue_class != CueClass::kSpeech;
        const TokenFact& subject = view_[context.subject->begin];
        return context.infinitive && subject.mention == kNone && subject.is(kIt);
    }

    // Passives that report: "residents were told that", "it was announced that". An opinion that
    // nobody in particular holds ("it is understood that") and a wish ("it should be noted that")
    // are no reports.
    bool is_told(const Report& report, const CueContext& context) const {
        const CueVerb& verb = view_.verb(report.cue_begin);
        if (report.cue_class != CueClass::kSpeech) return false;
        return verb.is(kMustTell) || (verb.is(kPassive) && context.polarity == Polarity::kPositive);
    }

    std::uint32_t add_clause(Report& report, const CueContext& context,
                             const Complement& complement) {
        if (context.use == CueUse::kBare) return report.cue_end;
        if (context.passive && !is_told(report, context)) return report.cue_end;
        const std::uint32_t end = opens_mark(view_, complement.begin) && complement.apart
                                      ? mark_end(view_, view_[complement.begin].mark)
                                      : clause_end(view_, report.cue_begin, complement.begin, end_);
        add_piece(report, complement.begin, end);
        return finish(report, end);
    }

    // Whether the content may stand before the cue: after marks for any verb of saying, and a bare
    // clause for those that take one. "When he rose, the chamber roared" reports nothing.
    bool takes_left(const CueVerb& verb, const CueContext& context) const {
        if (follows_mark(context.begin)) return verb.is(kDirect) || verb.is(kClause);
        if (!verb.is(kClause) || verb.cue_class == CueClass::kManner) return false;
        if (verb.cue_class != CueClass::kSpeech && !is_firm(context)) return false;
        std::uint32_t first = free_;
        while (first < context.begin && view_[first].part == Part::kPunctuation) ++first;
        if (!view_[first].is(kSubordinator) || view_[first].has(kThat)) return true;
        for (std::uint32_t i = first; i + 2 < context.begin; ++i)
            if (view_[i].has(kComma)) return true;
        return false;
    }

    // Thoughts count behind their content only if somebody had them: not "you know", "I think",
    // "so readers may learn more".
    bool is_firm(const CueContext& context) const {
        const TokenFact& subject = view_[context.subject->begin];
        const bool filler = subject.mention == kNone && (subject.is(kSelf) || is_you(context));
        return context.polarity == Polarity::kPositive && !filler;
    }

    bool is_you(const CueContext& context) const {
        return context.subject && context.subject->end == context.subject->begin + 1 &&
               view_[context.subject->begin].is(kYou);
    }

    bool follows_mark(std::uint32_t token) const {
        return token > 0 && view_[token - 1].has(kQuoteMark) && !opens_mark(view_, token - 1);
    }

    static bool names_only(const CueVerb& verb) {
        return verb.is(kTwoObjects) || (verb.is(kAsPhrase) && !verb.is(kClause));
    }

    // “A,” she said, “B.”: the cue stands inside one quotation.
    bool follows_quotation(const CueContext& context) const {
        if (context.begin < 2) return false;
        const TokenFact& close = view_[context.begin - 1];
        return close.has(kQuoteMark) && !opens_mark(view_, context.begin - 1) &&
               !view_.document.text_of(view_.document.tokens[context.begin - 2].span)
                    .starts_with('.');
    }

    std::uint32_t add_mark(Report& report, const CueContext& context,
                           const Complement& complement) {
        const std::uint32_t mark = view_[complement.begin].mark;
        std::uint32_t end = mark_end(view_, mark);
        if (!complement.apart && end < end_)
            end = clause_end(view_, report.cue_begin, complement.begin, end_);
        if (!report.speaker && context.use == CueUse::kBare)
            report.speaker = clause_subject(report.cue_begin);
        if (complement.apart) end = mark_end(view_, mark);
        add_piece(report, complement.begin, end);
        return finish(report, end);
    }

    // Content that stands before "the mayor said": a clause, a quotation or both.
    std::uint32_t add_left(Report& report, std::uint32_t group, std::uint32_t after, bool as) {
        if (as) --group;
        std::uint32_t end = group;
        if (as && group == begin_) return add_right_of_as(report, after);
        if (end > free_ && sets_off(end - 1)) --end;
        const bool marked = end > 0 && view_[end - 1].has(kQuoteMark) &&
                            view_[end - 1].mark != kNone && !opens_mark(view_, end - 1);
        if (!marked && (end == group || end <= free_)) return report.cue_end;
        if (!add_left_piece(report, end, marked)) {
            if (as) return add_right_of_as(report, after);
            if (!view_[std::min(after, end_ - 1)].has(kComma) || after + 1 >= end_ ||
                view_[after + 1].part != Part::kFinite)
                return report.cue_end;
            add_piece(report, free_, end);
        }
        std::uint32_t next = after;
        add_right(report, after, marked, next);
        return finish(report, next);
    }

    std::uint32_t add_right_of_as(Report& report, std::uint32_t after) {
        if (after >= end_ || !view_[after].has(kComma)) return report.cue_end;
        add_piece(report, after + 1, clause_end(view_, report.cue_begin, after + 1, end_));
        return finish(report, end_);
    }

    // Adds what ends before token `end`. False if there is no clause.
    bool add_left_piece(Report& report, std::uint32_t end, bool marked) {
        std::uint32_t begin = free_;
        while (begin < end &&
               (view_[begin].is(kCoordinator) || view_[begin].has(kComma | kSemicolon)))
            ++begin;
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

    // The second half of a split report: “A,” he said, “B.” or: The plan, she said, has failed.
    void add_right(Report& report, std::uint32_t after, bool marked, std::uint32_t& next) {
        for (std::uint32_t i = after; i < end_ && i < after + 30; ++i) {
            if (!opens_mark(view_, i)) continue;
            if (i == after || !view_[i - 1].has(kComma | kColon | kDashMark)) break;
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

    bool has_cue(std::uint32_t begin, std::uint32_t end) const {
        for (std::uint32_t i = begin; i < end; ++i)
            if (view_[i].word.cue != 0 && view_[i].is_verb() && view_.verb(i).is(kDirect))
                return true;
        return false;
    }

    // “…,” said Trump. Returns 0 if this is none.
    std::uint32_t read_inverted(std::uint32_t cue, const CueVerb& verb) {
        if (cue == 0 || (!verb.is(kDirect) && !verb.is(kClause))) return 0;
        if (!(view_[cue].word.forms & (kPast | kThird))) return 0;
        std::uint32_t group = cue;
        while (group > begin_ && view_[group - 1].part == Part::kAdverb) --group;
        if (group == 0) return 0;
        const TokenFact& before = view_[group - 1];
        const bool marked = before.has(kQuoteMark) && !opens_mark(view_, group - 1);
        if (!marked && (group <= free_ || !sets_off(group - 1))) return 0;
        const auto speaker = noun_phrase_after(view_, cue + 1, end_, false);
        if (!speaker || !ends_inversion(speaker->end)) return 0;
        if (!marked && !may_invert(verb, *speaker)) return 0;
        Report report{
            .speaker = speaker, .cue_begin = cue, .cue_end = cue + 1, .cue_class = verb.cue_class};
        const std::uint32_t end = before.has(kComma | kDashMark) ? group - 1 : group;
        const bool quote = end > 0 && view_[end - 1].has(kQuoteMark) && !opens_mark(view_, end - 1);
        std::uint32_t next = speaker->end;
        if (!add_left_piece(report, end, quote)) {
            if (free_ >= end || next + 1 >= end_ || !view_[next].has(kComma)) return 0;
            add_piece(report, free_, end);
        }
        subject_ = speaker;
        add_right(report, next, quote, next);
        return finish(report, next);
    }

    // A clause without marks goes before "said the mayor"; "…, found her calling" is no inversion.
    bool may_invert(const CueVerb& verb, const NounPhrase& speaker) const {
        if (verb.cue_class != CueClass::kSpeech || !verb.is(kDirect) || !verb.is(kClause))
            return false;
        const TokenFact& first = view_[speaker.begin];
        if (first.mention == kNone && first.is(kObject) && !first.is(kPersonal)) return false;
        return verb.is(kBareClause) || speaker.end >= end_ ||
               view_[speaker.end].part == Part::kPunctuation;
    }

    // A comma, or a dash that joins no compound ("so-called").
    bool sets_off(std::uint32_t token) const {
        if (view_[token].has(kComma)) return true;
        const auto& tokens = view_.document.tokens;
        return view_[token].has(kDashMark) && token + 1 < view_.size() &&
               (tokens[token].span.size() > 1 ||
                tokens[token].span.end < tokens[token + 1].span.begin);
    }

    bool ends_inversion(std::uint32_t after) const {
        if (after >= end_) return true;
        const TokenFact& fact = view_[after];
        return fact.part == Part::kPunctuation || fact.is(kPreposition) || fact.is(kRelative) ||
               fact.is(kCoordinator) || fact.is(kTime) || fact.is(kSubordinator) ||
               fact.part == Part::kAdverb || fact.has(kQuoteMark) ||
               (fact.part == Part::kNonfinite && (fact.word.forms & kGerund));
    }

    // The source of "according to": a wide phrase if a comma or the end follows; else it stops
    // where the first name does, since the clause begins there.
    std::optional<NounPhrase> source_after(std::uint32_t begin) const {
        auto source = noun_phrase_after(view_, begin, end_, true);
        if (!source || source->end >= end_ || view_[source->end].part == Part::kPunctuation)
            return source;
        source = noun_phrase_after(view_, begin, end_, false);
        for (std::uint32_t i = begin; i + 1 < source->end; ++i)
            if (view_[i].mention != kNone && view_[i + 1].mention != view_[i].mention &&
                !view_[i + 1].has(kGenitive | kOf) && is_clause(view_, i + 1, end_, false))
                return NounPhrase{begin, i + 1};
        return source;
    }

    std::uint32_t read_according(std::uint32_t at) {
        const auto speaker = source_after(at + 2);
        if (!speaker) return at + 2;
        Report report{.speaker = speaker, .cue_begin = at, .cue_end = at + 2};
        std::uint32_t end = at;
        if (end > free_ && view_[end - 1].has(kComma | kDashMark)) --end;
        std::uint32_t begin = free_;
        while (begin < end &&
               (view_[begin].is(kCoordinator) || view_[begin].has(kComma | kSemicolon)))
            ++begin;
        std::uint32_t after = speaker->end;
        if (begin < end && view_[end - 1].has(kQuoteMark) && !opens_mark(view_, end - 1)) {
            add_left_piece(report, end, true);
            return finish(report, after);
        }
        const bool relative = begin < end && view_[end - 1].is(kRelative) && view_[end - 1].is(kWh);
        const bool left = begin < end && !relative && has_finite(view_, begin, end);
        if (left) {
            add_piece(report, begin, end);
            return finish(report, after);
        }
        after = skip_apposition(after);
        if (after >= end_) return after;
        if (begin < end && !relative && is_subject(begin, end)) add_piece(report, begin, end);
        const std::uint32_t stop = clause_end(view_, kNone, after, end_);
        add_piece(report, after, stop);
        return finish(report, stop);
    }

    // Whether the words before a medial "according to" are the clause's own: its subject, not a
    // time or place.
    bool is_subject(std::uint32_t begin, std::uint32_t end) const {
        return !view_[begin].is(kPreposition) && !view_[begin].is(kAdverb) && end > begin + 1;
    }

    // After "According to Ann Lee, a doctor,": the first token of the clause.
    std::uint32_t skip_apposition(std::uint32_t after) const {
        if (after < end_ && view_[after].has(kComma)) ++after;
        for (std::uint32_t i = after; i < end_ && i < after + 15; ++i) {
            if (view_[i].part == Part::kFinite && !view_[after].is(kRelative)) return after;
            if (view_[i].has(kComma)) {
                const bool list =
                    i + 1 < end_ && has_finite(view_, i + 1, end_) &&
                    (is_clause(view_, i + 1, end_, false) || opens_mark(view_, i + 1));
                const bool apposition = view_[after].is(kDeterminer) ||
                                        view_[after].part == Part::kNoun ||
                                        view_[after].is(kRelative);
                if (list && apposition) return i + 1;
                return after;
            }
        }
        return after;
    }

    bool is_noun_here(std::uint32_t i) const {
        if (i <= begin_) return false;
        const TokenFact& fact = view_[i];
        return fact.has(kUntagged) ? !(fact.word.cue && view_[i - 1].mention != kNone)
                                   : fact.is_noun();
    }

    // "his claim that the vote was rigged"
    std::uint32_t read_noun(std::uint32_t noun) {
        const std::uint32_t begin = noun + 2;
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
        if (!report.speaker && (view_[noun].word.noun & kSpeechNoun) && !view_[noun].is(kSource))
            report.speaker = clause_subject(noun);
        if (!report.speaker) return noun + 1;
        const std::uint32_t end = clause_end(view_, noun, begin, end_);
        add_piece(report, begin, end);
        return finish(report, end);
    }

    void add_piece(Report& report, std::uint32_t begin, std::uint32_t end) {
        if (begin >= end) return;
        Piece piece{.begin = begin, .end = end};
        if (opens_mark(view_, begin) && mark_end(view_, view_[begin].mark) == end)
            piece.mark = view_[begin].mark;
        report.pieces.push_back(piece);
    }

    std::uint32_t finish(Report& report, std::uint32_t next) {
        reports_.push_back(report);
        next = std::max(next, report.cue_end);
        free_ = std::max(free_, next);
        return next;
    }

    const View& view_;
    std::vector<Report> reports_;
    std::uint32_t begin_ = 0;
    std::uint32_t end_ = 0;
    std::uint32_t free_ = 0;             // first token that no report has claimed
    std::optional<NounPhrase> subject_;  // of the last report in the sentence
    int depth_ = 0;
};

}  // namespace

std::vector<Report> find_reports(const View& view) { return Finder(view).find(); }

}  // namespace lede::quotes
