#include "quotes/noun_phrase.h"

namespace lede::quotes {
namespace {

// The hyphen of a compound that the tokenizer took apart: "whistle-blower".
bool is_hyphen(const View& view, std::uint32_t at) {
    const auto& tokens = view.document.tokens;
    return view[at].has(kDashMark) && at > 0 && at + 1 < view.size() && !view.is_long_dash(at) &&
           tokens[at - 1].span.end == tokens[at].span.begin &&
           tokens[at].span.end == tokens[at + 1].span.begin;
}

// The middle of "editor-in-chief".
bool is_between_hyphens(const View& view, std::uint32_t at) {
    return at > 0 && at + 1 < view.size() && is_hyphen(view, at - 1) && is_hyphen(view, at + 1);
}

bool is_inner(const View& view, std::uint32_t at) {
    const TokenFact& fact = view[at];
    if (fact.has(kQuoteMark)) return false;
    return fact.is_noun() || fact.part == Part::kAdjective || fact.has(kGenitive) ||
           (fact.has(kDashMark) && fact.mention != kNone) || is_hyphen(view, at) ||
           is_between_hyphens(view, at);
}

bool is_start(const TokenFact& fact) { return fact.is(kDeterminer) || fact.is(kPossessive); }

bool is_edge(const View& view, std::uint32_t at, std::uint32_t floor) {
    if (at <= floor) return true;
    const TokenFact& before = view[at - 1];
    return before.part == Part::kPunctuation || before.is(kCoordinator) ||
           before.is(kSubordinator) || before.has(kThat | kQuoteMark);
}

// "a man in a “We the People” [cap]": the token that opens short marks that close before a common
// noun; `end` if they are none, as in “We won” Lee said.
std::uint32_t quoted_modifier(const View& view, std::uint32_t end, std::uint32_t floor) {
    const TokenFact& noun = view[end];
    if (end < floor + 3 || noun.part != Part::kNoun || noun.mention != kNone) return end;
    if (view[end - 2].part == Part::kPunctuation) return end;
    std::uint32_t open = end - 1;
    while (open > floor && open + 9 > end && view[open - 1].mark == view[end - 1].mark) --open;
    const bool owned =
        open > floor && (is_start(view[open - 1]) || view[open - 1].is(kPreposition) ||
                         view[open - 1].part == Part::kAdjective);
    return view[open].has(kQuoteMark) && owned ? open : end;
}

// A token that begins a noun phrase whatever stands before it.
bool is_first(const View& view, std::uint32_t at) {
    return is_start(view[at]) ||
           (view[at].mention != kNone && view[at].mention != view[at - 1].mention) ||
           view[at].part == Part::kName;
}

// Walks left over one simple phrase: determiner, adjectives, nouns. Returns its first token.
std::uint32_t simple_begin(const View& view, std::uint32_t end, std::uint32_t floor) {
    std::uint32_t i = end;
    while (i > floor) {
        const TokenFact& fact = view[i - 1];
        if (fact.mention != kNone) {
            const std::uint32_t mention = fact.mention;
            while (i > floor && view[i - 1].mention == mention) --i;
            continue;
        }
        const bool this_one = fact.has(kThat) && i > floor + 1 && view[i - 2].is(kPreposition);
        if (is_start(fact) || this_one) {  // "the judge in that case"
            --i;
            continue;
        }
        const bool participle =
            fact.part == Part::kNonfinite && i < end && i > floor + 1 && is_start(view[i - 2]);
        if (i < end && fact.has(kQuoteMark)) {
            const std::uint32_t open = quoted_modifier(view, i, floor);
            if (open == i) break;
            i = open;
            continue;
        }
        if (!is_inner(view, i - 1) && !participle) break;
        if (fact.is(kPronoun) && !is_start(fact)) break;
        --i;
    }
    return i;
}

std::uint32_t widen_left(const View& view, std::uint32_t begin, std::uint32_t floor) {
    std::uint32_t sure = begin;
    std::uint32_t i = begin;
    for (int steps = 0; steps < 4 && i > floor + 1; ++steps) {
        const TokenFact& link = view[i - 1];
        const TokenFact& before = view[i - 2];
        if (!(link.is(kPreposition) || link.is(kCoordinator)) || link.has(kQuoteMark)) break;
        // "advisers close to the candidate": tagged as an adverb or an adjective
        const bool adverb = before.part == Part::kAdverb && i > floor + 2 && view[i - 3].is_noun();
        // "some in the party", "others at the plant"
        const bool some = before.is(kPronoun) && !before.is(kPersonal) && !before.has(kThat) &&
                          before.mention == kNone && is_edge(view, i - 2, floor);
        if (!(before.is_noun() || before.part == Part::kAdjective || before.has(kGenitive) ||
              adverb || some))
            break;
        const std::uint32_t next = some ? i - 2 : simple_begin(view, adverb ? i - 2 : i - 1, floor);
        if (next == i - 1) break;
        i = next;
        const bool share = before.part == Part::kNumber && view[begin].part == Part::kNumber;
        if (share || link.has(kOf) || is_edge(view, i, floor)) sure = i;  // "nearly 6 in 10"
    }
    return sure;
}

// A common noun, which may have a participle behind it; names seldom do.
bool is_noun_of_own(const View& view, std::uint32_t at) {
    return view[at].part == Part::kNoun && view[at].mention == kNone;
}

// The phrase that a relative clause or a participle ending in the phrase at `begin` hangs on:
// "the letter seen by Sky News", "the courts that have looked at this". Returns its first token, or
// `begin` where the phrase is its own.
std::uint32_t widen_over_clause(const View& view, std::uint32_t begin, std::uint32_t floor,
                                bool is_subject) {
    const std::uint32_t lowest = begin > floor + 18 ? begin - 18 : floor;
    std::uint32_t i = begin;
    std::uint32_t finite = 0;
    while (i > lowest + 1) {
        const TokenFact& fact = view[--i];
        if (fact.part == Part::kPunctuation || fact.has(kQuoteMark) || fact.is(kCoordinator))
            return begin;
        // "officials briefed on the talks said": a past form is a participle where a verb follows
        // that nothing joins to it.
        const bool participle =
            fact.has(kPastForm) && !fact.is(kAuxiliary) && finite == 0 &&
            (fact.part == Part::kNonfinite || (is_subject && is_noun_of_own(view, i - 1)));
        finite += fact.part == Part::kFinite;
        if (participle && view[i - 1].is(kAuxiliary))
            continue;  // "analysts who have seen the data"
        const bool relative = fact.is(kRelative) && fact.mention == kNone && finite > 0;
        const bool ing = fact.part == Part::kNonfinite && !fact.has(kPastForm) && finite == 0;
        const bool gerund =
            ing && i > lowest + 1 && view[i - 1].is(kPreposition) && !view[i - 1].has(kTo);
        const bool active = ing && is_subject && is_noun_of_own(view, i - 1) && fact.has(kIngForm);
        if (gerund) --i;
        if (!relative && !participle && !gerund && !active) {
            if (finite > 2) return begin;
            continue;
        }
        if (!view[i - 1].is_noun() && !(relative && view[i - 1].is(kPronoun))) return begin;
        const std::uint32_t simple = simple_begin(view, i, floor);
        if (simple == i) return begin;
        const std::uint32_t first = widen_left(view, simple, floor);
        const bool subordinate = first > floor && view[first - 1].is(kSubordinator);
        const bool guess = participle && fact.part == Part::kFinite;
        return is_edge(view, first, floor) && !(guess && subordinate) ? first : begin;
    }
    return begin;
}

// The subject that ends at `end` in "people the Post polled" and "voters she met": one pronoun, or
// a determiner with its noun. `end` if there is none.
std::uint32_t contact_subject(const View& view, std::uint32_t end, std::uint32_t floor) {
    const TokenFact& last = view[end - 1];
    if (last.mention == kNone && last.is(kPersonal)) return end - 1;
    std::uint32_t i = end;
    while (i > floor && i + 4 > end && view[i - 1].is_noun()) --i;
    return i < end && i > floor && view[i - 1].is(kDeterminer) ? i - 1 : end;
}

std::optional<NounPhrase> phrase_before(const View& view, std::uint32_t end, std::uint32_t floor) {
    if (end <= floor) return std::nullopt;
    const TokenFact& last = view[end - 1];
    if (last.has(kQuoteMark) || last.part == Part::kPunctuation) return std::nullopt;
    if (last.is(kReflexive)) {
        const auto phrase = phrase_before(view, end - 1, floor);
        if (phrase) return NounPhrase{phrase->begin, end};
    }
    // "those polled", "people surveyed"
    if (last.part == Part::kNonfinite && last.has(kPastForm) && end > floor + 1 &&
        (view[end - 2].part == Part::kNoun || view[end - 2].is(kPronoun))) {
        const auto phrase = phrase_before(view, end - 1, floor);
        if (phrase) return NounPhrase{phrase->begin, end};
    }
    // "people close to him": an object stands behind what it belongs to
    if (last.mention == kNone && last.is(kObject) && !last.is(kPersonal) && end > floor + 2 &&
        view[end - 2].is(kPreposition)) {
        const std::uint32_t wide = widen_left(view, end - 1, floor);
        if (wide < end - 1) return NounPhrase{wide, end};
    }
    // "some of the people the Post polled said"
    if (last.part == Part::kFinite && end > floor + 2) {
        const std::uint32_t inner = contact_subject(view, end - 1, floor);
        if (inner < end - 1 && inner > floor && view[inner - 1].part == Part::kNoun) {
            const std::uint32_t simple = simple_begin(view, inner, floor);
            const std::uint32_t wide = widen_left(view, simple, floor);
            if (simple < inner && is_edge(view, wide, floor)) return NounPhrase{wide, end};
        }
    }
    // "those who know him", "residents who live nearby"
    const bool object = last.mention == kNone && last.is(kObject) && !last.is(kPersonal);
    if (last.is_verb() || (object && end > floor + 2 && view[end - 2].is_verb())) {
        const std::uint32_t wide = widen_over_clause(view, object ? end - 1 : end, floor, true);
        for (std::uint32_t i = wide; i + 1 < end; ++i)
            if (view[i].is(kRelative)) return NounPhrase{wide, end};
    }
    if (last.mention == kNone && last.is(kPronoun) && !last.is(kDeterminer))
        return NounPhrase{end - 1, end};
    const std::uint32_t simple = simple_begin(view, end, floor);
    if (simple == end)
        return last.is(kPronoun) ? std::optional(NounPhrase{end - 1, end}) : std::nullopt;
    const std::uint32_t wide = widen_left(view, simple, floor);
    const bool owned =
        wide > floor && (view[wide - 1].is_verb() || view[wide - 1].is(kPreposition));
    const bool is_subject = end < view.size() && view[end].part == Part::kFinite;
    return NounPhrase{owned ? widen_over_clause(view, wide, floor, is_subject) : wide, end};
}

}  // namespace

bool is_time(const View& view, const NounPhrase& phrase) {
    const TokenFact& head = view[phrase.end - 1];
    const bool counts = head.part == Part::kNumber && head.mention == kNone &&
                        phrase.end < view.size() && view[phrase.end].is(kTime);
    return counts || (head.is(kTime) && head.mention == kNone && !head.is(kDeterminer));
}

std::optional<NounPhrase> noun_phrase_before(const View& view, std::uint32_t end,
                                             std::uint32_t floor) {
    auto phrase = phrase_before(view, end, floor);
    // "On Monday the mayor said", "Today Ann Lee announced"
    if (!phrase) return phrase;
    std::uint32_t i = phrase->begin;  // "Last week Ann Lee said"
    while (i + 1 < phrase->end && view[i].mention == kNone &&
           (view[i].is(kTime) || view[i].part == Part::kAdjective))
        ++i;
    if (i > phrase->begin && view[i - 1].is(kTime) && is_first(view, i)) phrase->begin = i;
    return phrase;
}

std::optional<NounPhrase> noun_phrase_after(const View& view, std::uint32_t begin,
                                            std::uint32_t ceiling, bool wide) {
    std::uint32_t i = begin;
    const bool one_of = i + 1 < ceiling && view[i].part == Part::kNumber && view[i + 1].has(kOf);
    if (i < ceiling && view[i].mention == kNone && (view[i].is(kPersonal) || view[i].is(kObject)) &&
        !view[i].is(kPossessive) && !one_of)
        return NounPhrase{i, i + 1};
    std::uint32_t noun_end = begin;
    while (i < ceiling) {
        const TokenFact& fact = view[i];
        if (fact.mention != kNone) {
            const std::uint32_t mention = fact.mention;
            while (i < ceiling && view[i].mention == mention) ++i;
            noun_end = i;
            continue;
        }
        const bool starts = i == begin || view[i - 1].has(kGenitive | kOf) || is_start(view[i - 1]);
        if (fact.has(kQuoteMark)) break;
        if (fact.is(kTime) && noun_end > begin && !fact.is(kDeterminer)) break;
        if (is_start(fact) && !starts) break;
        if (!is_start(fact) && !is_inner(view, i)) {
            const bool links = fact.has(kOf) || (wide && fact.is(kPreposition) && !fact.has(kAs));
            const bool goes_on =
                links && noun_end == i && i > begin && i + 1 < ceiling && !view[i + 1].is(kTime);
            const bool joins = wide && fact.is(kCoordinator) && noun_end == i && i + 1 < ceiling &&
                               view[i + 1].part == Part::kName;
            const bool participle = fact.part == Part::kNonfinite && starts;
            if (!goes_on && !joins && !participle) break;
            ++i;
            if (goes_on && view[i].is(kObject) && view[i].mention == kNone && !is_start(view[i]))
                return NounPhrase{begin, i + 1};  // "one of them"
            if (goes_on && i < ceiling && is_start(view[i])) ++i;
            continue;
        }
        ++i;
        if (fact.is_noun()) noun_end = i;
    }
    if (noun_end == begin) return std::nullopt;
    return NounPhrase{begin, noun_end};
}

}  // namespace lede::quotes
