#include "quotes/quote_finder.h"

#include <algorithm>
#include <utility>

#include "quotes/mark_reports.h"
#include "quotes/quote_marks.h"
#include "quotes/report_finder.h"
#include "quotes/speaker_resolver.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace lede::quotes {
namespace {

bool is_trimmed(char32_t c, bool at_end) {
    return unicode::is_space(c) || c == U',' || c == U';' || (c >= 0x2010 && c <= 0x2015) ||
           (at_end && (c == U'.' || c == U':'));
}

// Content without the commas and dashes that set it off.
Span trim(std::string_view text, Span span) {
    while (span.begin < span.end) {
        const utf8::Decoded first = utf8::decode(text, span.begin);
        if (!is_trimmed(first.code_point, false)) break;
        span.begin += first.size;
    }
    while (span.begin < span.end) {
        const utf8::Decoded last = utf8::decode_before(text, span.end);
        if (!is_trimmed(last.code_point, true)) break;
        span.end -= last.size;
    }
    return span;
}

Span content_of(const View& view, const Piece& piece) {
    if (piece.mark != kNone) return view.marks[piece.mark].inner;
    return trim(view.document.text(), view.span(piece.begin, piece.end));
}

// By how much of the content stands between marks.
QuoteKind kind_of(const View& view, const Report& report) {
    bool inside = false;
    bool outside = false;
    for (const Piece& piece : report.pieces)
        for (std::uint32_t i = piece.begin; i < piece.end; ++i) {
            if (view[i].part == Part::kPunctuation) continue;
            (view[i].mark != kNone ? inside : outside) = true;
        }
    if (inside && outside) return QuoteKind::kMixed;
    return inside ? QuoteKind::kDirect : QuoteKind::kIndirect;
}

std::string name_of(Polarity polarity) {
    switch (polarity) {
        case Polarity::kPositive:
            return "";
        case Polarity::kNegative:
            return "negative";
        case Polarity::kHypothetical:
            return "hypothetical";
    }
    return "";
}

// How likely a report is one, in steps of 0.05: the share that gold knows of those of its kind and
// cue in GUM's train part and, for quotations, LitBank, moved by what stands out there: "that"
// before the content, who speaks, and reports inside reports. The rules were tuned on the same
// texts. What is no clause ("to go", "of bias") that gold does not mark at all: even odds.
float confidence_of(const View& view, QuoteKind kind, const Report& report,
                    const std::optional<Speaker>& speaker) {
    if (kind == QuoteKind::kDirect) return report.cue_begin == kNone ? 0.7F : 0.95F;
    const std::uint32_t begin = report.pieces.front().begin;
    const TokenFact& first = view[begin];
    if (kind == QuoteKind::kIndirect && first.has(kTo | kOf | kIngForm)) return 0.5F;
    if (report.cue_class == CueClass::kNaming || report.cue_class == CueClass::kManner) return 0.5F;
    if (report.depth > 0) return 0.45F;
    if (report.cue_begin != kNone && view[report.cue_begin].is(kAccording)) return 0.9F;
    const bool that = first.has(kThat) || (begin > 0 && view[begin - 1].has(kThat));
    int twentieths = that ? 16 : 14;
    if (speaker && speaker->kind == SpeakerKind::kName) twentieths += 2;
    if (speaker && speaker->kind == SpeakerKind::kNominal) --twentieths;
    if (report.polarity == Polarity::kHypothetical) twentieths -= 3;
    return static_cast<float>(twentieths) / 20;
}

bool by_content(const Report& a, const Report& b) {
    if (a.pieces.front().begin != b.pieces.front().begin)
        return a.pieces.front().begin < b.pieces.front().begin;
    return a.pieces.front().end > b.pieces.front().end;
}

void write(const View& view, const Report& report, std::optional<Speaker> speaker,
           std::uint32_t group, std::vector<Quote>& quotes) {
    Quote quote{
        .kind = kind_of(view, report), .group = group, .polarity = name_of(report.polarity)};
    quote.place.confidence = confidence_of(view, quote.kind, report, speaker);
    quote.speaker = std::move(speaker);
    if (report.cue_begin != kNone) quote.cue = view.span(report.cue_begin, report.cue_end);
    for (const Piece& piece : report.pieces) {
        quote.place.span = content_of(view, piece);
        if (!quote.place.span.empty()) quotes.push_back(quote);
    }
}

}  // namespace

QuoteFinder::QuoteFinder(const Lexicon& lexicon, const QuoteOptions&) : classes_(lexicon) {}

Quotes QuoteFinder::find(const Document& document) const {
    Quotes found;
    const std::vector<MarkedSpan> marks =
        find_marks(document.text(), document.article.blocks, classes_);
    const std::vector<TokenFact> facts = read_facts(document, classes_, marks);
    const View view{document, classes_, marks, facts};
    std::vector<Report> reports = find_reports(view);
    found.nonspeech = read_unclaimed_marks(view, reports);
    std::stable_sort(reports.begin(), reports.end(), by_content);
    std::vector<std::optional<Speaker>> speakers = resolve_speakers(view, reports);
    std::uint32_t group = 0;
    for (std::size_t i = 0; i < reports.size(); ++i)
        write(view, reports[i], std::move(speakers[i]), group++, found.quotes);
    std::stable_sort(found.quotes.begin(), found.quotes.end(),
                     [](const Quote& a, const Quote& b) { return a.place.span < b.place.span; });
    return found;
}

}  // namespace lede::quotes
