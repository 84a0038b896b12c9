#include "dates/date_finder.h"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <string>

#include "dates/expression_finder.h"
#include "dates/resolver.h"
#include "text/unicode.h"

namespace lede::dates {
namespace {

// The reading of a partial date whose sentence says `told`.
Direction preferred(Prefer prefer, Direction told) {
    switch (prefer) {
        case Prefer::kFuture:
            return Direction::kFuture;
        case Prefer::kNearest:
            return Direction::kUnknown;
        case Prefer::kPast:
            return Direction::kPast;
        case Prefer::kTense:
            break;
    }
    return told == Direction::kUnknown ? Direction::kUsual : told;
}

// Whether nothing that ends a sentence stands at the end of sentence `i`, nor a line break after
// it.
bool is_cut_short(const Document& document, std::size_t i) {
    const Span span = document.sentences[i].span, next = document.sentences[i + 1].span;
    const std::string_view text = document.text();
    const char last = text[span.end - 1];
    if (next.begin <= span.end ||
        !(unicode::is_ascii_letter(last) || unicode::is_ascii_digit(last)))
        return false;
    return text.substr(span.end, next.begin - span.end).find('\n') == std::string_view::npos;
}

// Whether sentence `i` was cut off after an abbreviation of ours, "on feb. | 27", or, as people
// speak to an assistant, anywhere: "Thu | Oct 26".
bool continues(const Grammar& grammar, const Document& document, std::size_t i, bool assistant) {
    if (i + 1 >= document.sentences.size()) return false;
    const Sentence& next = document.sentences[i + 1];
    const std::string_view before = document.text_of(document.sentences[i].span);
    if (next.block != document.sentences[i].block || before.empty()) return false;
    if (assistant && is_cut_short(document, i)) return true;
    if (!before.ends_with('.') || !unicode::is_ascii_digit(document.text()[next.span.begin]))
        return false;
    std::size_t begin = before.size() - 1;
    while (begin > 0 && unicode::is_ascii_letter(before[begin - 1]) && before.size() - begin < 6)
        --begin;
    const std::size_t size = before.size() - 1 - begin;
    if (size == 0) return false;
    const Word* word = grammar.find_word(before, begin, size);
    return word != nullptr && word->abbreviation;
}

// The meaning, or its base where only that names a year: "the night of 3 May 1807".
const Meaning& dated_part(const std::vector<Meaning>& meanings, std::size_t root) {
    const Meaning& meaning = meanings[root];
    if (meaning.has(Field::kYear) || !meaning.has(Field::kBase)) return meaning;
    const Meaning& base = meanings[static_cast<std::size_t>(meaning.get(Field::kBase))];
    return base.has(Field::kYear) ? base : meaning;
}

// "last week", "two days ago": what news says. "Now", "the century" and "mid-month" any text may
// say.
bool counts_from_publication(const Meaning& meaning) {
    if (meaning.is(Field::kAnchor, kLast) || meaning.has(Field::kRef) ||
        meaning.is(Field::kUnit, kCenturyGrain) ||
        (meaning.is(Field::kAnchor, kTold) && meaning.is(Field::kMod, kMid)))
        return false;
    return meaning.has(Field::kRel) || meaning.is(Field::kOp, kShift);
}

constexpr int kOldYears = 25;  // a bare year that begins an article's text is nearer

// Whether the text tells of other years than the publication's: more years at a
// distance are named than days and periods counted from it.
bool tells_of_other_years(const std::vector<Expression>& expressions,
                          const std::vector<Meaning>& meanings, const Dct& dct, bool assistant) {
    std::size_t far = 0, far_dates = 0, near = 0, coming = 0, dates = 0;
    bool begins_far = false;  // the first date is a month of another year, or an old year
    for (const Expression& expression : expressions) {
        const Meaning& meaning = dated_part(meanings, expression.root);
        if (meaning.is(Field::kType, kDurationType) || meaning.is(Field::kType, kSetType) ||
            meaning.is(Field::kCheck, kOldYear))
            continue;
        ++dates;
        const bool bare_weekday = meaning.has(Field::kWeekday) && !meaning.has(Field::kMonth) &&
                                  !meaning.has(Field::kDay);
        if (meaning.has(Field::kYear)) {
            const int year = meaning.get(Field::kYear);
            const int distance = meaning.is(Field::kEra, kBc) ? 2 * kOldYears
                                 : dct.day                    ? year_of(*dct.day) - year
                                                              : 2;
            if (distance < -1 && !meaning.has(Field::kMonth)) {
                ++coming;
                continue;
            }
            const bool is_far = std::abs(distance) > 1;
            ++(is_far ? far : near);
            if (!is_far) continue;
            if (meaning.has(Field::kMonth)) ++far_dates;
            if (dates == 1) begins_far = meaning.has(Field::kMonth) || distance > kOldYears;
        } else if (meaning.has(Field::kCentury)) {
            if (dates == 1 && dct.day)
                begins_far = year_of(*dct.day) / 100 - meaning.get(Field::kCentury) > 1;
        } else if (counts_from_publication(meaning) ||
                   (bare_weekday && !meaning.is(Field::kAnchor, kLast))) {
            // "Ann Lee died on Monday": news, whatever years her life had.
            if (dates == 1 && bare_weekday && dct.day) return false;
            ++near;
        }
    }
    // News speaks of a year to come, "by 2030", not of many.
    if (coming > 2) far += coming;
    return (far >= 2 && far > 2 * near) || (far_dates >= 2 && far_dates > 2 * near) ||
           (begins_far && near == 0 && !assistant);
}

// The first year that the text names.
std::optional<int> first_year(const std::vector<Expression>& expressions,
                              const std::vector<Meaning>& meanings) {
    for (const Expression& expression : expressions) {
        const Meaning& meaning = dated_part(meanings, expression.root);
        if (meaning.has(Field::kYear) && !meaning.has(Field::kEra))
            return meaning.get(Field::kYear);
    }
    return std::nullopt;
}

// Drops what stands inside a citation: "42 U.S.C. 1983". Both are in text
// order.
void drop_cited(const std::vector<Citation>& citations, std::vector<Expression>& expressions) {
    std::size_t next = 0;
    std::erase_if(expressions, [&](const Expression& expression) {
        while (next < citations.size() && citations[next].place.span.end <= expression.span.begin)
            ++next;
        return next < citations.size() && citations[next].place.span.overlaps(expression.span);
    });
}

}  // namespace

DateFinder::DateFinder(const Lexicon& lexicon, const DateOptions& options)
    : options_(options),
      grammar_(lexicon),
      holidays_(lexicon),
      numerals_(grammar_, options.order),
      tense_(lexicon),
      neighbours_(lexicon),
      triggers_(grammar_),
      zones_(lexicon),
      timex_(grammar_.symbol("TIMEX")) {}

bool DateFinder::is_narrative(const std::vector<Expression>& expressions,
                              const std::vector<Meaning>& meanings, const Dct& dct) const {
    if (options_.anchor == AnchorMode::kAuto)
        return tells_of_other_years(expressions, meanings, dct, options_.prefer == Prefer::kFuture);
    return options_.anchor == AnchorMode::kNarrative;
}

std::vector<Timex> DateFinder::find(const Document& document) const {
    const bool assistant = options_.prefer == Prefer::kFuture;
    ExpressionFinder finder(grammar_, numerals_, tense_, neighbours_, timex_, assistant);
    std::vector<Expression> expressions;
    std::vector<Meaning> meanings;
    // To an assistant, numbers that are all of an utterance tell a time: "ten thirty".
    const std::vector<std::uint32_t> triggers =
        assistant ? std::vector<std::uint32_t>{} : triggers_.scan(document.text());
    auto trigger = triggers.begin();
    std::uint32_t block = 0;
    for (std::size_t i = 0; i < document.sentences.size(); ++i) {
        Span span = document.sentences[i].span;
        const std::size_t known = expressions.size();
        const std::uint32_t here = document.sentences[i].block;
        while (continues(grammar_, document, i, assistant))
            span.end = document.sentences[++i].span.end;
        trigger = std::find_if(trigger, triggers.end(),
                               [&](std::uint32_t at) { return at >= span.begin; });
        if (!assistant && (trigger == triggers.end() || *trigger >= span.end)) continue;
        finder.find(document.text(), span, expressions, meanings);
        if (expressions.size() == known || here == block) continue;
        expressions[known].opens_paragraph = true;
        block = here;
    }
    drop_cited(document.citations, expressions);
    const Dct dct = parse_dct(document.article.published);
    const bool narrative = is_narrative(expressions, meanings, dct);
    Resolver resolver(holidays_, dct, narrative, assistant);
    if (narrative) {
        if (const auto year = first_year(expressions, meanings)) resolver.begin_in(*year);
    } else {
        // Only a history has years of three digits: "the fault in 787 the company found".
        std::erase_if(expressions, [&](const Expression& expression) {
            return meanings[expression.root].is(Field::kCheck, kOldYear);
        });
    }
    std::vector<Timex> dates;
    dates.reserve(expressions.size());
    for (std::size_t i = 0; i < expressions.size(); ++i) {
        const Expression& expression = expressions[i];
        if (expression.opens_paragraph) resolver.begin_paragraph();
        Timex timex = resolver.resolve(meanings, expression.root,
                                       preferred(options_.prefer, expression.direction));
        timex.place.span = expression.span;
        timex.zone = zones_.name_of(meanings[expression.root].get(Field::kZone));
        const bool closes_pair = i > 0 && expressions[i - 1].opens_pair;
        if (closes_pair && timex.from && dates.back().from > timex.to.value_or(*timex.from)) {
            Timex opening = resolver.resolve_before(meanings, expressions[i - 1].root, *timex.from);
            opening.place.span = dates.back().place.span;
            opening.zone = dates.back().zone;
            if (opening.from <= timex.from) dates.back() = std::move(opening);
        }
        dates.push_back(std::move(timex));
    }
    return dates;
}

}  // namespace lede::dates
