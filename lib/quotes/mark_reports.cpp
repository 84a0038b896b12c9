#include "quotes/mark_reports.h"

#include <algorithm>

#include "quotes/complement.h"
#include "quotes/content_end.h"
#include "quotes/cue_context.h"

namespace lede::quotes {
namespace {

constexpr std::uint32_t kCueReach = 25;       // tokens between a cue and the fragment it governs
constexpr std::uint32_t kSubjectReach = 200;  // tokens between a subject and a quotation

class MarkReader {
  public:
    MarkReader(const View& view, std::vector<Report>& reports)
        : view_(view), reports_(reports), report_of_(view.marks.size(), kNone) {
        for (std::uint32_t r = 0; r < reports.size(); ++r) claim(r);
    }

    std::vector<Span> read() {
        std::vector<Span> nonspeech;
        for (std::uint32_t mark = 0; mark < view_.marks.size(); ++mark) {
            if (view_.marks[mark].parent != kNone) continue;
            begin_ = view_.token_at(view_.marks[mark].outer.begin);
            end_ = view_.token_at(view_.marks[mark].outer.end);
            if (begin_ >= end_ || claimed(mark)) continue;
            while (sentence_ + 1 < view_.document.sentences.size() &&
                   view_.document.sentences[sentence_ + 1].first_token <= begin_)
                ++sentence_;
            if (!read_mark(mark)) nonspeech.push_back(view_.marks[mark].inner);
        }
        return nonspeech;
    }

  private:
    void claim(std::uint32_t r) {
        for (const Piece& piece : reports_[r].pieces)
            for (std::uint32_t i = piece.begin; i < piece.end && i < view_.size(); ++i)
                if (view_[i].mark != kNone) report_of_[view_[i].mark] = r;
    }

    bool claimed(std::uint32_t mark) const { return report_of_[mark] != kNone; }

    std::uint32_t sentence_begin() const { return view_.document.sentences[sentence_].first_token; }

    bool read_mark(std::uint32_t mark) {
        const MarkedSpan& span = view_.marks[mark];
        if (span.continues != kNone && claimed(span.continues))
            return join(mark, report_of_[span.continues]);
        if (const std::uint32_t report = report_joined(mark); report != kNone)
            return join(mark, report);
        if (read_fragment(mark) || read_words(mark) || read_statement(mark)) return true;
        if (begin_ > 0 && view_[begin_ - 1].has(kColon) && (!is_short() || stands_alone())) {
            Report report{.speaker = subject_before_colon()};
            return add(mark, report);
        }
        if (is_sentence_after_comma()) {  // "the senator defended the vote, “We had no choice.”"
            Report report{.speaker = sentence_subject()};
            return report.speaker && add(mark, report);
        }
        if (!stands_alone()) return false;
        const std::uint32_t before = report_just_before(mark);
        if (before != kNone) return join(mark, before);
        Report report{.speaker = person_of_sentence_before()};
        return add(mark, report);
    }

    // The subject of the sentence before, if it is a person and the sentence is no quotation.
    std::optional<NounPhrase> person_of_sentence_before() const {
        if (begin_ == 0 || sentence_ == 0 || view_[begin_ - 1].mark != kNone) return std::nullopt;
        std::size_t sentence = sentence_;
        const auto& sentences = view_.document.sentences;
        while (sentence > 0 && sentences[sentence].first_token > begin_ - 1) --sentence;
        const auto subject = subject_in(sentences[sentence].first_token);
        if (!subject) return std::nullopt;
        const TokenFact& head = view_[subject->end - 1];
        if (head.mention != kNone) {
            const Mention& mention = view_.document.mentions[head.mention];
            if (mention.type == EntityType::kPerson) return subject;
        }
        const bool personal = head.is(kPersonal) && !head.is(kIt) && !head.is(kSelf) &&
                              !head.is(kYou) && !head.is(kDeterminer);
        return personal ? subject : std::nullopt;
    }

    // The last token inside the marks; a paragraph that the next one continues has no closing mark.
    std::uint32_t last_word() const {
        std::uint32_t last = end_ - 1;
        if (view_[last].has(kQuoteMark) && last > begin_) --last;
        // “I said, ‘Go.’ ”: behind the marks of a quotation inside
        while (last > begin_ && view_[last].part == Part::kPunctuation && view_[last].shape == 0)
            --last;
        return last;
    }

    bool is_short() const { return end_ - begin_ < 5; }

    // A whole sentence in marks behind a comma: too much for a term or a title.
    bool is_sentence_after_comma() const {
        return begin_ > 0 && end_ - begin_ >= 8 && view_[begin_ - 1].has(kComma) &&
               view_[begin_ + 1].has(kCapital) && view_[last_word()].has(kStop) &&
               has_finite(view_, begin_, end_);
    }

    // A sentence of its own: begins where one may begin and ends with its own mark of the end.
    bool stands_alone() const {
        const std::uint32_t last = last_word();
        if (last <= begin_) return false;
        const bool starts = begin_ == sentence_begin() || begin_ == 0 ||
                            view_[begin_ - 1].has(kStop | kQuoteMark) ||
                            view_[begin_ - 1].has(kDashMark | kColon | kSemicolon);
        const bool stops = view_[last].has(kStop | kDashMark) ||
                           (end_ < view_.size() && view_[end_].has(kStop)) ||
                           view_[last].has(kComma);
        return starts && stops;
    }

    bool join(std::uint32_t mark, std::uint32_t report) {
        reports_[report].pieces.push_back({begin_, end_, mark});
        report_of_[mark] = report;
        return true;
    }

    bool add(std::uint32_t mark, Report& report) {
        report.pieces.push_back({begin_, end_, mark});
        report_of_[mark] = static_cast<std::uint32_t>(reports_.size());
        reports_.push_back(report);
        return true;
    }

    // The report of the marked span before, if only its attribution stands between.
    std::uint32_t report_just_before(std::uint32_t mark) const {
        for (std::uint32_t m = mark; m-- > 0;) {
            if (view_.marks[m].parent != kNone) continue;
            if (!claimed(m)) return kNone;
            const Report& report = reports_[report_of_[m]];
            std::uint32_t last = report.pieces.back().end;
            if (last == begin_) return kNone;  // “Ready?” “Yes.”: somebody else's turn
            if (report.cue_end != kNone) last = std::max(last, report.cue_end);
            if (last > begin_ || begin_ - last > 40) return kNone;
            std::uint32_t stops = 0;
            for (std::uint32_t i = last; i < begin_; ++i) stops += view_[i].has(kStop);
            const bool same_block = block_of(last) == block_of(begin_);
            return same_block && stops <= 1 ? report_of_[m] : kNone;
        }
        return kNone;
    }

    std::uint32_t block_of(std::uint32_t token) const {
        const std::uint32_t at = view_.document.tokens[token > 0 ? token - 1 : 0].span.begin;
        const std::uint32_t here = token == begin_ ? view_.document.tokens[token].span.begin : at;
        const auto& blocks = view_.document.article.blocks;
        const auto found = std::upper_bound(
            blocks.begin(), blocks.end(), here,
            [](std::uint32_t byte, const Block& block) { return byte < block.span.begin; });
        return static_cast<std::uint32_t>(found - blocks.begin());
    }

    // “dangerous” and “reckless”: the report of the span before, if only a coordinator or a comma
    // stands between.
    std::uint32_t report_joined(std::uint32_t mark) const {
        if (begin_ < 2 || begin_ == sentence_begin()) return kNone;
        std::uint32_t i = begin_;
        if (view_[i - 1].is(kCoordinator)) --i;
        if (view_[i - 1].has(kComma)) --i;
        if (i == 0 || !view_[i - 1].has(kQuoteMark) || opens_mark(view_, i - 1)) return kNone;
        const std::uint32_t before = view_[i - 1].mark;
        if (before == kNone || before == mark || !claimed(before)) return kNone;
        if (i == begin_ && !view_[i - 2].has(kComma)) return kNone;
        const std::vector<Piece>& pieces = reports_[report_of_[before]].pieces;
        if (pieces.back().end != i || view_[begin_ + 1].has(kCapital)) return kNone;
        return report_of_[before];
    }

    // "posted the statement, “…”", "with his remark “…”": the mark says what the noun names.
    bool read_statement(std::uint32_t mark) {
        std::uint32_t i = begin_;
        if (i > sentence_begin() + 1 && view_[i - 1].has(kComma | kColon)) --i;
        if (i <= sentence_begin() + 1 || is_short()) return false;
        const std::uint32_t noun = i - 1;
        const bool names = (view_[noun].word.noun & kSpeechNoun) != 0 && view_[noun].is_noun() &&
                           view_[noun].mention == kNone && !view_[noun].is(kNamingNoun);
        if (!names) return false;
        Report report{.cue_begin = noun, .cue_end = noun + 1};
        if (view_[noun - 1].is(kPossessive)) report.speaker = NounPhrase{noun - 1, noun};
        if (view_[noun - 1].has(kGenitive))
            report.speaker = noun_phrase_before(view_, noun - 1, sentence_begin());
        if (!report.speaker) report.speaker = sentence_subject();
        return report.speaker && add(mark, report);
    }

    // "called the plan a “disaster”", "spoke of “the horror”"
    bool read_fragment(std::uint32_t mark) {
        const std::uint32_t floor =
            std::max(sentence_begin(), begin_ > kCueReach ? begin_ - kCueReach : 0);
        for (std::uint32_t cue = begin_; cue-- > floor;) {
            const TokenFact& fact = view_[cue];
            if (fact.has(kStop | kSemicolon | kColon)) return false;
            if (fact.mark != kNone || fact.word.cue == 0 || fact.mention != kNone) continue;
            const CueContext context = read_context(view_, cue, sentence_begin());
            if (context.use == CueUse::kNone) continue;
            return add_fragment(mark, cue, context);
        }
        return false;
    }

    bool add_fragment(std::uint32_t mark, std::uint32_t cue, const CueContext& context) {
        const CueVerb& verb = view_.verb(cue);
        if (context.passive) return add_by_agent(mark, cue, context);
        Report report{.speaker = context.subject,
                      .cue_begin = cue,
                      .cue_end = cue + 1,
                      .polarity = context.polarity,
                      .cue_class = verb.cue_class};
        if (!report.speaker && context.use != CueUse::kBare) report.speaker = sentence_subject();
        if (!report.speaker && context.use == CueUse::kParticiple)
            report.speaker = phrase_before_comma(view_, context.begin, sentence_begin());
        if (!report.speaker || view_[report.speaker->end - 1].is(kInscribed)) return false;
        if (view_[cue].is(kComposing) && !has_comma(cue) && is_title(view_, mark)) return false;
        const std::uint32_t gap = begin_ - cue - 1;
        if (gap > 0 && view_[begin_ - 1].is(kNamingNoun)) return false;
        const bool names = verb.is(kTwoObjects) || (verb.is(kAsPhrase) && has_as(cue));
        if (names) return add_named(mark, cue, report);
        const bool of = verb.is(kOfPhrase) && gap >= 1 && gap <= 4 && has_preposition(cue);
        // "said on “The Morning Show”" tells the place, "told them about “the Bend”" a name
        const bool owned = view_[begin_ - 1].has(kGenitive);  // "told CNN’s “The Morning Show”"
        const bool object = verb.cue_class == CueClass::kSpeech && gap <= 3 && !has_comma(cue) &&
                            !has_preposition(cue) && !owned;
        if (!of && !object) return false;
        return add(mark, report);
    }

    // "was described by a critic as “a planet in her own orbit”"
    bool add_by_agent(std::uint32_t mark, std::uint32_t cue, const CueContext& context) {
        const CueVerb& verb = view_.verb(cue);
        if (!verb.is(kTwoObjects) && !verb.is(kAsPhrase)) return false;
        if (cue + 2 >= begin_ || !view_[cue + 1].has(kBy)) return false;
        Report report{.speaker = noun_phrase_after(view_, cue + 2, begin_, false),
                      .cue_begin = cue,
                      .cue_end = cue + 1,
                      .polarity = context.polarity};
        return report.speaker && add(mark, report);
    }

    // "in his own words, “…”", "in the words of the prosecutor, “…”"
    bool read_words(std::uint32_t mark) {
        const std::uint32_t floor = std::max(sentence_begin(), begin_ > 15 ? begin_ - 15 : 0);
        for (std::uint32_t i = begin_; i-- > floor;) {
            if (view_[i].is_verb() && view_[i].part == Part::kFinite) return false;
            if (view_.document.token_text(i) != "words" || i <= floor) continue;
            Report report{.cue_begin = i, .cue_end = i + 1};
            if (i + 2 < begin_ && view_[i + 1].has(kOf))
                report.speaker = noun_phrase_after(view_, i + 2, begin_, true);
            for (std::uint32_t j = i; !report.speaker && j-- > floor && j + 3 > i;) {
                if (view_[j].is(kPossessive)) report.speaker = NounPhrase{j, j + 1};
                if (view_[j].has(kGenitive)) report.speaker = noun_phrase_before(view_, j, floor);
            }
            return report.speaker && add(mark, report);
        }
        return false;
    }

    // The whole of "Kim's government a “cruel dictatorship” under which …"
    bool add_named(std::uint32_t mark, std::uint32_t cue, Report& report) {
        const std::uint32_t sentence_end = view_.document.sentences[sentence_].last_token;
        std::uint32_t content = cue + 1;
        if (has_comma(cue)) return false;
        const bool what = report.speaker->begin > 0 && view_[report.speaker->begin - 1].is(kWh);
        if (what) return add(mark, report);
        const bool custom = view_[cue].word.forms == kBase && verb_is_present(cue);
        const bool nickname = view_[content].is(kReflexive) && !has_as(cue);
        if (content == begin_ || custom || nickname) return false;
        std::uint32_t stop = end_;
        const bool closed = view_[end_ - 2].has(kComma);
        if (!closed && stop < sentence_end && view_[stop].part != Part::kPunctuation)
            stop = std::max(end_, phrase_end(view_, cue, content, sentence_end));
        while (stop > end_ && view_[stop - 1].has(kStop)) --stop;
        const Piece piece{content, std::max(stop, end_)};
        if (!reports_.empty() && reports_.back().cue_begin == cue &&
            reports_.back().pieces.back().begin == content) {
            reports_.back().pieces.back() = piece;  // "called it “a ruin” and “a disgrace”"
        } else {
            report.pieces.push_back(piece);
            reports_.push_back(report);
        }
        claim(static_cast<std::uint32_t>(reports_.size() - 1));
        return true;
    }

    // "Locals call it “the Bend”" tells a name, "he called it “a disgrace”" what he said.
    bool verb_is_present(std::uint32_t cue) const {
        return cue > 0 && !view_[cue - 1].is(kAuxiliary) && !view_[cue - 1].has(kTo);
    }

    bool has_as(std::uint32_t cue) const { return any(cue, kAs); }
    bool has_comma(std::uint32_t cue) const { return any(cue, kComma); }
    bool any(std::uint32_t cue, Shape shape) const {
        for (std::uint32_t i = cue + 1; i < begin_; ++i)
            if (view_[i].has(shape)) return true;
        return false;
    }
    bool has_preposition(std::uint32_t cue) const {
        for (std::uint32_t i = cue + 1; i < begin_; ++i)
            if (view_[i].is(kPreposition) && !view_[i].has(kTo)) return true;
        return false;
    }

    // The subject of the sentence that the colon ends, which may close the paragraph before; or the
    // name itself in "Mayor Lee: “…”".
    std::optional<NounPhrase> subject_before_colon() const {
        std::size_t sentence = sentence_;
        const auto& sentences = view_.document.sentences;
        while (sentence > 0 && sentences[sentence].first_token > begin_ - 1) --sentence;
        std::uint32_t first = sentences[sentence].first_token;
        for (std::uint32_t i = first; i + 1 < begin_; ++i)
            if (view_[i].has(kStop) && view_[i].mark == kNone && view_[i + 1].has(kCapital))
                first = i + 1;
        if (auto subject = subject_in(first)) return subject;
        if (auto phrase = noun_phrase_before(view_, begin_ - 1, first)) return phrase;
        std::uint32_t end = first;  // "Ann Lee shot back: “…”", whatever the tagger made of "shot"
        while (end + 1 < begin_ && view_[end].mention != kNone &&
               view_[end].mention == view_[first].mention)
            ++end;
        return end > first ? std::optional(NounPhrase{first, end}) : std::nullopt;
    }

    std::optional<NounPhrase> sentence_subject() const { return subject_in(sentence_begin()); }

    // The subject of the first finite verb from `first` on.
    std::optional<NounPhrase> subject_in(std::uint32_t first) const {
        if (begin_ > first + kSubjectReach) first = begin_ - kSubjectReach;
        for (std::uint32_t i = first; i < begin_; ++i) {
            if (view_[i].part != Part::kFinite || view_[i].mark != kNone) continue;
            if (auto subject = subject_before(view_, i, first)) return subject;
        }
        // "Rep. Ann Lee today issued a statement": tagged as a participle
        for (std::uint32_t i = first; i < begin_; ++i) {
            if (!view_[i].has(kPastForm) || view_[i].mark != kNone) continue;
            const auto subject = subject_before(view_, i, first);
            if (subject && view_[subject->end - 1].mention != kNone) return subject;
        }
        return std::nullopt;
    }

    const View& view_;
    std::vector<Report>& reports_;
    std::vector<std::uint32_t> report_of_;  // by mark
    std::uint32_t begin_ = 0;               // tokens of the mark being read
    std::uint32_t end_ = 0;
    std::size_t sentence_ = 0;
};

}  // namespace

std::vector<Span> read_unclaimed_marks(const View& view, std::vector<Report>& reports) {
    return MarkReader(view, reports).read();
}

}  // namespace lede::quotes
