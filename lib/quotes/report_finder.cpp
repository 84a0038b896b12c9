#include "quotes/report_finder.h"

#include <algorithm>
#include <array>

#include "quotes/complement.h"
#include "quotes/content_end.h"
#include "quotes/cue_context.h"
#include "quotes/inverted_reports.h"

namespace lede::quotes {
namespace {

class Finder : public InvertedReports {
  public:
    explicit Finder(const View& view) : InvertedReports(view) {}

    std::vector<Report> find() {
        for (const Sentence& sentence : view_.document.sentences) read_sentence(sentence);
        return std::move(reports_);
    }

  private:
    static constexpr int kDeepest = 2;              // reports inside reports
    static constexpr std::uint32_t kLongest = 600;  // tokens

    // A sentence is read whole up to kLongest tokens; a longer one (a table, a lost period) in
    // stretches of that size, so that looking ahead and back stays within bounds.
    void read_sentence(const Sentence& sentence) {
        for (std::uint32_t at = sentence.first_token; at < sentence.last_token; at += kLongest)
            read_stretch(sentence, at, std::min(sentence.last_token, at + kLongest));
    }

    void read_stretch(const Sentence& sentence, std::uint32_t first, std::uint32_t last) {
        begin_ = free_ = freed_ = first;
        end_ = last;
        while (end_ > begin_ && view_[end_ - 1].has(kStop)) --end_;
        subject_.reset();
        if (is_heading(sentence)) read_heading();
        for (std::uint32_t i = begin_; i < end_;) i = std::max(i + 1, read_token(i));
    }

    bool is_heading(const Sentence& sentence) const {
        if (sentence.block == kNone) return false;
        const Block& block = view_.document.article.blocks[sentence.block];
        return block.kind == BlockKind::kTitle || block.kind == BlockKind::kHeading ||
               block.kind == BlockKind::kDeck ||
               (block.span == sentence.span && end_ == sentence.last_token);
    }

    // Reads what begins at the token; returns the token to go on from.
    std::uint32_t read_token(std::uint32_t i) {
        const TokenFact& fact = view_[i];
        if (fact.mark != kNone) return i + 1;
        const std::size_t before = reports_.size();
        std::uint32_t next = read_without_verb(i);
        if (reports_.size() > before && reports_.back().pieces.back().begin > i) {
            const Piece content = reports_.back().pieces.back();
            read_inside(content.begin, std::min(content.end, end_));
        }
        if (next == 0 && fact.word.cue != 0 && fact.mention == kNone) next = read_verb(i);
        return next == 0 ? i + 1 : next;
    }

    // Reports that hang on no verb. 0 if the token begins none.
    std::uint32_t read_without_verb(std::uint32_t i) {
        const TokenFact& fact = view_[i];
        if (fact.is(kAccording) && i + 1 < end_ && view_[i + 1].has(kTo)) return read_according(i);
        if (fact.word.noun && i + 1 < end_ && is_noun_here(i) &&
            (view_[i + 1].has(kThat) || is_clause(view_, i + 1, end_, false)))
            if (const std::uint32_t next = read_noun(i); next > i + 1) return next;
        if (fact.mention != kNone) return 0;
        std::uint32_t next = 0;
        if ((fact.word.noun & kPromiseNoun) && is_noun_here(i)) next = read_promise(i);
        if ((fact.word.noun & kOpinionNoun) && is_noun_here(i)) next = read_opinion(i);
        if (next == 0 && fact.is(kFeeling)) next = read_feeling(i);
        return next;
    }

    std::uint32_t read_verb(std::uint32_t i) {
        const CueVerb& verb = view_.verb(i);
        if (verb.is(kAsPhrase) || verb.is(kTwoObjects) || verb.is(kOfAccusation))
            if (const std::uint32_t next = read_description(i); next != 0) return next;
        return verb.cue_class == CueClass::kNaming ? i + 1 : read_cue(i, verb);
    }

    // "He said on Friday, the siege was over": no content before, and a clause behind the adjuncts.
    bool opens_behind_comma(std::uint32_t cue, const CueContext& context,
                            const Complement& complement) const {
        const std::uint32_t comma = complement.end;
        const CueVerb& verb = view_.verb(cue);
        const bool says =
            verb.is(kAnyClause) || (verb.cue_class == CueClass::kSpeech && verb.is(kClause) &&
                                    verb.is(kDirect) && !verb.is(kMayTell));
        if (!says || context.use != CueUse::kFinite) return false;
        if (context.passive || comma <= cue + 1) return false;
        for (std::uint32_t i = free_; i < context.begin; ++i)
            if (view_[i].part == Part::kFinite) return false;
        return comma + 1 < end_ && view_[comma].has(kComma) &&
               is_clause(view_, comma + 1, end_, false);
    }

    // "That said, the plan may work", "That being said, …": a phrase of the narrator's.
    bool is_aside(std::uint32_t cue) const {
        if (cue + 1 >= end_ || !view_[cue + 1].has(kComma) || !view_[begin_].has(kThat))
            return false;
        return cue == begin_ + 1 || (cue == begin_ + 2 && view_[cue - 1].is(kBe));
    }

    std::uint32_t read_cue(std::uint32_t cue, const CueVerb& verb) {
        if (is_aside(cue)) return cue + 1;
        if (const std::uint32_t next = read_inverted(cue, verb); next != 0) return next;
        const CueContext context = read_context(view_, cue, begin_);
        if (context.use == CueUse::kNone) return cue + 1;
        if (context.use == CueUse::kFinite && context.subject && !context.passive &&
            (verb.cue_class != CueClass::kManner || (cue + 1 < end_ && view_[cue + 1].has(kBy))))
            subject_ = context.subject;
        Complement complement = read_complement(view_, cue, end_);
        if (complement.kind == ComplementKind::kNothing &&
            opens_behind_comma(cue, context, complement))
            complement = {.kind = ComplementKind::kClause,
                          .begin = complement.end + 1,
                          .end = complement.end + 1,
                          .apart = true};
        const bool as = context.begin > begin_ && view_[context.begin - 1].has(kAs);
        const bool quoted_before = follows_quotation(context);
        Report report = start(cue, context, verb);
        if (as && verb.cue_class == CueClass::kManner && cue + 1 < end_ && view_[cue + 1].is(kIt) &&
            (cue + 2 >= end_ || view_[cue + 2].part == Part::kPunctuation))
            return add_left(report, context.begin, cue + 2, as);  // "as Lee put it"
        if (as && verb.cue_class == CueClass::kManner && cue + 2 < end_ && view_[cue + 1].is(kIt)) {
            const Complement what = read_complement_from(view_, cue, cue + 2, end_);
            if (what.kind == ComplementKind::kMark && what.apart)
                return add_mark(report, context, what);  // "As Lee put it on Monday: “…”"
        }
        switch (complement.kind) {
            case ComplementKind::kClause:
                if (verb.cue_class == CueClass::kManner || is_generic(verb, context)) break;
                if (splits_clause(cue, context))
                    return add_left(report, context.begin, cue + 1, as);
                if (quoted_before && !view_[complement.begin - 1].has(kThat))
                    return add_left(report, context.begin, complement.end, as);
                return add_clause(report, context, complement);
            case ComplementKind::kMark:
                if (complement.apart && (quoted_before || splits_sentence(context, complement)))
                    return add_left(report, context.begin, complement.end - 1, as);
                if (!complement.apart && names_only(verb)) break;
                if (!complement.apart && view_[cue].is(kComposing) &&
                    is_title(view_, view_[complement.begin].mark))
                    return cue + 1;  // "wrote “The Long Road”"
                if (!complement.apart && verb.cue_class == CueClass::kManner &&
                    complement.begin != cue + 1 && !verb.is(kUrge))
                    break;
                return add_mark(report, context, complement);
            case ComplementKind::kInfinitive:  // "vowed to rebuild the bridge"
                if (!takes_infinitive(report, context, complement.begin)) break;
                return add_clause(report, context, complement);
            case ComplementKind::kNothing:
                if (context.passive || context.use != CueUse::kFinite) break;
                if (!as && !takes_left(verb, context, complement.end)) break;
                if (as && !verb.is(kClause) && !follows_mark(context.begin - 1)) break;
                return add_left(report, context.begin, complement.end, as);
            case ComplementKind::kObject:
                if (quoted_before && verb.is(kDirect))
                    return add_left(report, context.begin, complement.end, as);
                break;
        }
        const std::uint32_t next = read_object(report, context);
        return next == 0 ? cue + 1 : next;
    }

    Report start(std::uint32_t cue, const CueContext& context, const CueVerb& verb) const {
        Report report{.cue_begin = cue,
                      .cue_end = cue + 1,
                      .polarity = context.polarity,
                      .cue_class = verb.cue_class};
        if (context.passive) {
            if (cue + 2 < end_ && view_[cue + 1].has(kBy))
                report.speaker = noun_phrase_after(view_, cue + 2, end_, false);
            return report;
        }
        report.speaker = context.subject;
        if (context.use == CueUse::kParticiple)
            if (const auto quoted = quoted_subject(context)) report.speaker = quoted;
        if (!report.speaker && context.use == CueUse::kParticiple)
            report.speaker = absolute_subject(context);
        if (!report.speaker &&
            (context.use == CueUse::kParticiple || context.use == CueUse::kCoordinated))
            report.speaker = clause_subject(cue);
        if (!report.speaker && context.use == CueUse::kParticiple)
            report.speaker = phrase_before_comma(view_, context.begin, begin_);
        if (!report.speaker && context.use == CueUse::kParticiple && context.begin == begin_) {
            const std::uint32_t comma = main_clause_comma(cue + 1, end_);
            if (comma != kNone) report.speaker = noun_phrase_after(view_, comma + 1, end_, true);
        }
        return report;
    }

    // "the president was quoted as [saying]"
    std::optional<NounPhrase> quoted_subject(const CueContext& context) const {
        std::uint32_t i = context.begin;
        if (i < begin_ + 3 || !view_[i - 1].has(kAs)) return std::nullopt;
        // "the paper quoted [an aide] as saying"
        const auto object = noun_phrase_before(view_, i - 1, begin_);
        if (object && object->begin > begin_ && view_[object->begin - 1].word.cue != 0 &&
            view_.verb(object->begin - 1).is(kQuoteAs))
            return object;
        if (!view_[i - 2].has(kPastForm)) return std::nullopt;
        for (i -= 2; i > begin_ && (view_[i - 1].is(kAuxiliary) || view_[i - 1].is(kAdverb));) --i;
        return subject_before(view_, i, begin_);
    }

    // "She would, she answered, “without a doubt.”": the marks go on with what stands before.
    bool splits_sentence(const CueContext& context, const Complement& complement) const {
        if (context.use != CueUse::kFinite || context.begin <= free_ + 1) return false;
        const std::uint32_t first = complement.begin + 1;
        return first < end_ && !view_[first].has(kCapital) && view_[first - 2].has(kComma) &&
               view_[context.begin - 1].has(kComma) && !view_[free_].is(kSubordinator) &&
               !view_[free_].is(kPreposition) && has_finite(view_, free_, context.begin - 1);
    }

    // "There is no proof, experts [say], that it works"
    bool splits_clause(std::uint32_t cue, const CueContext& context) const {
        if (context.use != CueUse::kFinite || context.begin <= free_ + 1 || cue + 2 >= end_)
            return false;
        return view_[cue + 1].has(kComma) && view_[cue + 2].has(kThat) &&
               sets_off(context.begin - 1) && !view_[free_].is(kSubordinator) &&
               has_finite(view_, free_, context.begin - 1);
    }

    // ", with the clerk, Ann Lee, [telling] reporters": whose clause it is stands behind "with".
    std::optional<NounPhrase> absolute_subject(const CueContext& context) const {
        for (std::uint32_t i = context.begin; i > begin_ + 1 && i + 15 > context.begin; --i) {
            if (view_[i - 1].part == Part::kFinite) return std::nullopt;
            if (view_[i - 1].is(kAbsolute) && view_[i - 2].has(kComma))
                return noun_phrase_after(view_, i, context.begin, true);
        }
        return std::nullopt;
    }

    // Advice and fillers: "you will find that", "it is important to note that".
    bool is_generic(const CueVerb& verb, const CueContext& context) const {
        if (!context.subject) return false;
        if (is_you(context)) return verb.cue_class != CueClass::kSpeech;
        const TokenFact& subject = view_[context.subject->begin];
        return context.infinitive && subject.mention == kNone && subject.is(kIt);
    }

    // "a delay, which she said was due to rain": the content lacks the subject that the relative
    // pronoun stands for; so in "a plan they said would fail". Not so "what she said was this".
    bool is_gap(const CueContext& context, std::uint32_t content, std::uint32_t cue) const {
        if (context.begin <= begin_ || context.begin == 0) return false;
        const TokenFact& before = view_[context.begin - 1];
        const bool head =
            before.is_noun() || (before.part == Part::kAdjective && context.begin > 1 &&
                                 view_[context.begin - 2].is(kDeterminer));
        const bool what = before.is(kWh) && context.begin > 1 && content == cue + 1 &&
                          view_[context.begin - 2].is(kPreposition);
        const bool contact = content == cue + 1 && head && context.subject &&
                             context.subject->end == context.subject->begin + 1 &&
                             view_[context.subject->begin].is(kPersonal);
        return before.is(kRelative) || before.is(kCoordinator) || contact || what;
    }

    // Reports inside reports count where somebody else is quoted, not for "he said I think".
    bool is_told_by_another(const CueContext& context) const {
        if (!context.subject || context.use != CueUse::kFinite) return false;
        const TokenFact& subject = view_[context.subject->begin];
        return subject.mention != kNone ||
               !(subject.is(kSelf) || subject.is(kIt) || subject.is(kYou));
    }

    // Passives that report: "residents were told that", "it was announced that". An opinion that
    // nobody in particular holds ("it is understood that") and a wish ("it should be noted that")
    // are no reports.
    bool is_told(const Report& report, const CueContext& context) const {
        const CueVerb& verb = view_.verb(report.cue_begin);
        if (report.cue_class != CueClass::kSpeech) return false;
        return verb.is(kMustTell) || (verb.is(kPassive) && context.polarity == Polarity::kPositive);
    }

    // "Those numbers explain why few object": things that are no papers tell nobody why.
    bool shows_why(const Report& report, const Complement& complement) const {
        if (!report.speaker || !view_[complement.begin].is(kWh)) return false;
        if (complement.begin > 0 && view_[complement.begin - 1].has(kThat)) return false;
        const std::uint32_t first = report.speaker->begin;
        if (report.cue_class != CueClass::kSpeech) return false;
        if (report.speaker->end == first + 1 && view_[first].is(kPronoun)) return false;
        for (std::uint32_t i = first; i < report.speaker->end; ++i)
            if (view_[i].mention != kNone || view_[i].word.noun != 0 || view_[i].is(kPeople) ||
                view_[i].is(kSource) || view_[i].is(kBody) || view_[i].is(kPersonal))
                return false;
        return view_[report.speaker->end - 1].part == Part::kNoun;
    }

    std::uint32_t add_clause(Report& report, const CueContext& context,
                             const Complement& complement) {
        if (context.use == CueUse::kBare) return report.cue_end;
        if (depth_ > 0 && !is_told_by_another(context)) return report.cue_end;
        if (context.use == CueUse::kParticiple && !report.speaker) return report.cue_end;
        if (shows_why(report, complement)) return report.cue_end;
        const TokenFact& first = view_[complement.begin];
        const bool headless =
            first.part == Part::kFinite ||
            (complement.kind == ComplementKind::kClause && complement.begin == report.cue_end &&
             first.part == Part::kNonfinite &&
             !first.has(kIngForm));  // "rebels who Lee says use/VB"
        if (headless && !is_gap(context, complement.begin, report.cue_begin)) return report.cue_end;
        if (context.passive && !is_told(report, context)) return report.cue_end;
        std::uint32_t end = complement.kind == ComplementKind::kInfinitive
                                ? phrase_end(view_, report.cue_begin, complement.begin, end_)
                                : content_end(report, complement);
        end = inserted_end(context, complement.begin, end);
        add_piece(report, complement.begin, end);
        const std::uint32_t next = finish(report, end);
        read_inside(complement.begin, std::min(end, end_));
        return next;
    }

    std::uint32_t content_end(const Report& report, const Complement& complement) const {
        if (!opens_mark(view_, complement.begin))
            return clause_end(view_, report.cue_begin, complement.begin, end_);
        if (complement.apart) return mark_end(view_, view_[complement.begin].mark);
        return marked_content_end(view_, report.cue_begin, complement.begin, end_);
    }

    // Reports inside reported content: "She said officials believe that …".
    void read_inside(std::uint32_t begin, std::uint32_t end) {
        if (depth_ == kDeepest || begin >= end) return;
        const std::array<std::uint32_t, 4> outer = {begin_, end_, free_, freed_};
        const std::optional<NounPhrase> subject = subject_;
        begin_ = free_ = freed_ = begin;
        end_ = end;
        subject_.reset();
        ++depth_;
        for (std::uint32_t i = begin_; i < end_;) i = std::max(i + 1, read_token(i));
        --depth_;
        begin_ = outer[0];
        end_ = outer[1];
        free_ = outer[2];
        freed_ = outer[3];
        subject_ = subject;
    }

    // Whether the content may stand before the cue: after marks for any verb of saying, and a bare
    // clause for those that take one. "When he rose, the chamber roared" reports nothing.
    bool takes_left(const CueVerb& verb, const CueContext& context, std::uint32_t after) const {
        if (follows_mark(context.begin) && acts(verb, context)) return false;
        if (follows_mark(context.begin))
            return !begins_anew(context, after) && (verb.is(kDirect) || verb.is(kClause));
        if (!verb.is(kClause) || verb.cue_class == CueClass::kManner) return false;
        if (verb.cue_class != CueClass::kSpeech && !is_firm(context)) return false;
        std::uint32_t first = free_;
        while (first < context.begin && view_[first].part == Part::kPunctuation) ++first;
        if (!view_[first].is(kSubordinator) || view_[first].has(kThat)) return true;
        if (after + 1 < end_ && view_[after].has(kComma) &&
            is_clause(view_, after + 1, end_, false))
            return true;  // "If it rains, they said, the march will be called off"
        for (std::uint32_t i = first; i + 2 < context.begin; ++i)
            if (view_[i].has(kComma)) return true;
        return false;
    }

    // “….” The aides around him laughed: behind a period a manner of speaking is an act of its own.
    bool acts(const CueVerb& verb, const CueContext& context) const {
        const std::uint32_t subject = context.begin;
        return verb.cue_class == CueClass::kManner && subject > 1 && view_[subject].has(kCapital) &&
               !view_[subject].is(kPersonal) && view_[subject].mention == kNone &&
               view_.document.token_text(subject - 2).starts_with('.');
    }

    // “….” Gingrich agreed with that: a period, and more behind the cue than the cue, begin anew; a
    // comma or question mark before the cue would not. Nor is a paragraph's end a quotation's cue.
    bool begins_anew(const CueContext& context, std::uint32_t after) const {
        const std::uint32_t subject = context.begin;
        const TokenFact& first = view_[subject];
        if (!first.has(kCapital) || subject < 2 || view_[subject - 1].has(kComma)) return false;
        if (begins_line(subject) && view_[subject - 2].has(kStop)) return true;
        return !first.is(kSelf) && after < end_ &&
               view_.document.token_text(subject - 2).starts_with('.');
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

    static bool names_only(const CueVerb& verb) {
        return verb.is(kTwoObjects) || (verb.is(kAsPhrase) && !verb.is(kClause));
    }

    // “A,” she said, “B.”: the cue stands inside one quotation.
    bool follows_quotation(const CueContext& context) const {
        if (context.use != CueUse::kFinite || context.passive || context.begin < 2) return false;
        if (!follows_mark(context.begin)) return false;
        if (view_[context.begin - 1].has(kComma)) return true;
        if (begins_anew(context, end_)) return false;
        return !view_.document.token_text(context.begin - 2).starts_with('.');
    }

    std::uint32_t add_mark(Report& report, const CueContext& context,
                           const Complement& complement) {
        if (!report.speaker && context.use == CueUse::kBare)
            report.speaker = clause_subject(report.cue_begin);
        if (report.speaker && view_[report.speaker->end - 1].is(kInscribed)) return report.cue_end;
        const std::uint32_t end = content_end(report, complement);
        add_piece(report, complement.begin, end);
        return finish(report, end);
    }

    // Content that stands before "the mayor said": a clause, a quotation or both.
    std::uint32_t add_left(Report& report, std::uint32_t group, std::uint32_t after, bool as) {
        if (as) --group;
        std::uint32_t end = group;
        if (as && group == begin_) return add_right_of_as(report, after);
        if (end > free_ && sets_off(end - 1)) --end;
        const bool marked = follows_mark(end) && view_[end - 1].mark != kNone;
        if (!marked && end > begin_ && view_[after < end_ ? after : end_ - 1].has(kComma) &&
            (view_[end - 1].is(kRelative) || view_[end - 1].is(kCoordinator)))
            return add_right_only(report, after);  // "Nevada, where, they say, [turnout is up]"
        if (!marked && end < group && names_content(view_, group, end_)) return report.cue_end;
        if (!marked && end < group) free_last(end);
        if (!marked && (end == group || end <= free_)) return report.cue_end;
        if (!marked && view_[free_].is(kSubordinator) && !view_[free_].has(kThat) &&
            after + 1 < end_ && view_[after].has(kComma)) {
            const std::uint32_t next = add_around(report, end, after + 1);
            if (next > report.cue_end) return next;
        }
        if (!add_left_piece(report, end, marked, after >= end_)) {
            if (as) return add_right_of_as(report, after);
            if (!view_[std::min(after, end_ - 1)].has(kComma) || after + 1 >= end_)
                return report.cue_end;
            if (!begins_predicate(after + 1)) return add_around(report, end, after + 1);
            add_piece(report, left_begin(end), end);
        }
        std::uint32_t next = after;
        add_right(report, after, marked, next);
        return finish(report, next);
    }

    // "In Ohio, the mayor said, turnout was low": the cue stands behind an adverbial.
    std::uint32_t add_around(Report& report, std::uint32_t end, std::uint32_t right) {
        const TokenFact& first = view_[free_];
        const bool adverbial =
            first.is(kPreposition) || first.is(kSubordinator) || first.part == Part::kAdverb;
        if (!adverbial || !is_clause(view_, right, end_, false)) return report.cue_end;
        const std::uint32_t next = clause_end(view_, report.cue_begin, right, end_);
        add_piece(report, free_, end);
        add_piece(report, right, next);
        return finish(report, next);
    }

    std::uint32_t add_right_only(Report& report, std::uint32_t after) {
        if (!begins_predicate(after + 1) && !is_clause(view_, after + 1, end_, false))
            return report.cue_end;
        const std::uint32_t next = clause_end(view_, report.cue_begin, after + 1, end_);
        add_piece(report, after + 1, next);
        return finish(report, next);
    }

    std::uint32_t add_right_of_as(Report& report, std::uint32_t after) {
        if (after >= end_ || !view_[after].has(kComma)) return report.cue_end;
        add_piece(report, after + 1, clause_end(view_, report.cue_begin, after + 1, end_));
        return finish(report, end_);
    }
};

}  // namespace

std::vector<Report> find_reports(const View& view) { return Finder(view).find(); }

}  // namespace lede::quotes
