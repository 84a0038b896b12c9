#include "quotes/cue_context.h"

#include <algorithm>

#include "quotes/complement.h"

namespace lede::quotes {
namespace {

constexpr std::uint32_t kReach = 60;

// The auxiliaries, adverbs and raising verbs between subject and cue.
struct VerbGroup {
    std::uint32_t begin;
    bool be = false;
    bool have = false;
    bool other = false;  // modal or do
    bool negated = false;
    bool hypothetical = false;
    bool infinitive = false;
};

void note(const TokenFact& fact, VerbGroup& group) {
    if (fact.is(kNegation) && !fact.is(kDeterminer)) group.negated = true;
    if (fact.is(kBe)) group.be = true;
    if (fact.is(kHave)) group.have = true;
    if (fact.is(kDo) || fact.is(kModal)) group.other = true;
    if (fact.is(kModal) && fact.is(kConditional)) group.hypothetical = true;
}

VerbGroup read_group(const View& view, std::uint32_t cue, std::uint32_t floor) {
    VerbGroup group{.begin = cue};
    std::uint32_t i = cue;
    while (i > floor) {
        const TokenFact& fact = view[i - 1];
        if (fact.has(kQuoteMark) || fact.mention != kNone) break;
        const bool starts = i - 1 == floor || view[i - 2].part == Part::kPunctuation ||
                            view[i - 2].is(kCoordinator) || view[i - 2].has(kThat);
        // "Both said", ", then said": a subject and a coordinator, not adverbs as in "they both
        // said"
        const bool adverb = !starts || !(fact.is(kPronoun) || fact.is(kCoordinator));
        const bool light =
            adverb && (fact.part == Part::kAdverb || (fact.is(kAdverb) && !fact.is_noun()));
        if (fact.has(kTo) && i > floor + 1 && i == group.begin) {
            const TokenFact& governor = view[i - 2];
            if (!governor.is_verb() && governor.part != Part::kAdjective &&
                !governor.is(kRefusing) && !governor.is(kHypothetical) && !governor.is(kRaising))
                break;
            group.infinitive = true;
            group.negated |= governor.is(kRefusing);
            group.hypothetical |= governor.is(kHypothetical);
            i -= 2;
            if (governor.is(kPreposition) && i > floor + 1 && view[i - 1].is(kRaising))
                --i;  // "went on to say"
        } else if (fact.is(kAuxiliary) && !fact.has(kGenitive)) {
            note(fact, group);
            --i;
        } else if (light || fact.is(kNegation)) {
            note(fact, group);
            --i;
            if (!fact.is(kNegation) && fact.is(kTime)) continue;
        } else {
            break;
        }
        group.begin = i;
    }
    group.begin = std::min(group.begin, i);
    return group;
}

bool is_good_subject(const View& view, const NounPhrase& phrase, std::uint32_t floor) {
    bool named = false;
    for (std::uint32_t i = phrase.begin; i < phrase.end; ++i) {
        const TokenFact& fact = view[i];
        named |= fact.part == Part::kName || fact.part == Part::kNoun || fact.is(kPronoun);
    }
    if (!named) return false;
    if (phrase.begin <= floor) return true;
    const TokenFact& before = view[phrase.begin - 1];
    return !before.is(kPreposition) && !before.is_verb();
}

// The second half of a compound: "so-called".
bool is_joined(const View& view, std::uint32_t token) {
    const auto& tokens = view.document.tokens;
    return tokens[token - 1].span.end == tokens[token].span.begin && !view.is_long_dash(token - 1);
}

bool has_person(const View& view, const NounPhrase& phrase) {
    for (std::uint32_t i = phrase.begin; i < phrase.end; ++i)
        if (view[i].mention != kNone &&
            view.document.mentions[view[i].mention].type == EntityType::kPerson)
            return true;
    return false;
}

// The token where the brackets that close before `end` open; `end` if none do.
std::uint32_t before_brackets(const View& view, std::uint32_t end, std::uint32_t floor) {
    if (end <= floor || !view[end - 1].has(kCloseBracket)) return end;
    const std::uint32_t lowest = end > floor + 15 ? end - 15 : floor;
    while (end > lowest && !view[end - 1].has(kOpenBracket)) --end;
    return end > lowest ? end - 1 : end;
}

// Where the time that ends at `end` begins, with its preposition; `end` if none does.
std::uint32_t time_begin(const View& view, std::uint32_t end, std::uint32_t floor) {
    std::uint32_t i = end;
    while (i > floor && view[i - 1].is(kTime) && view[i - 1].mention == kNone &&
           !view[i - 1].is(kModal))
        --i;
    if (i == end) return end;
    while (i > floor && view[i - 1].mention == kNone &&
           (view[i - 1].part == Part::kAdjective || view[i - 1].part == Part::kNumber ||
            view[i - 1].is(kAdverb) || view[i - 1].is(kDeterminer)))
        --i;
    if (i > floor && view[i - 1].is(kPreposition) && view[i - 1].mention == kNone) --i;
    return i;
}

// Where "Ann Lee on Sunday" and "Ann Lee last week" end without the time; `end` if no time, or
// nothing else, stands there.
std::uint32_t before_time(const View& view, std::uint32_t end, std::uint32_t floor) {
    const std::uint32_t i = time_begin(view, end, floor);
    if (i == end) return end;
    const bool ends =
        i <= floor || (view[i - 1].part == Part::kPunctuation && !view[i - 1].has(kCloseBracket));
    return ends ? end : i;
}

// The half of a hyphened word: a party and state ("R-Ala.").
bool is_label(const View& view, const NounPhrase& phrase, std::uint32_t floor) {
    return phrase.begin > floor && view[phrase.begin - 1].has(kDashMark) &&
           is_joined(view, phrase.begin);
}

// The subject of "Hugh Hill, a doctor, said": hops from comma to comma to the left, past phrases
// that could be appositions themselves, to a person if there is one.
std::optional<NounPhrase> subject_over_commas(const View& view, std::uint32_t comma,
                                              std::uint32_t floor) {
    std::uint32_t i = comma;
    std::optional<NounPhrase> first;
    for (int hops = 0; hops < 4; ++hops) {
        std::uint32_t left = i;
        const std::uint32_t lowest = comma > floor + kReach ? comma - kReach : floor;
        while (left > lowest && !view[left - 1].has(kComma | kSemicolon | kColon | kQuoteMark))
            --left;
        if (left <= lowest || !view[left - 1].has(kComma)) return first;
        i = left - 1;
        const auto phrase = noun_phrase_before(view, before_brackets(view, i, floor), floor);
        if (!phrase || !is_good_subject(view, *phrase, floor) || is_label(view, *phrase, floor))
            continue;
        if (has_person(view, *phrase)) return phrase;
        if (!first) first = phrase;
        if (phrase->begin <= floor || !view[phrase->begin - 1].has(kComma)) return first;
    }
    return first;
}

// The person right behind a quotation, with a comma behind the name, if no verb stands between the
// name and `end`: “….” Ann Lee, an analyst at the Council on Energy, Water and Air, said.
std::optional<NounPhrase> person_behind_marks(const View& view, std::uint32_t end,
                                              std::uint32_t floor) {
    const std::uint32_t lowest = end > floor + kReach ? end - kReach : floor;
    std::uint32_t i = end;
    while (i > lowest && !view[i - 1].has(kQuoteMark))
        if (view[--i].part == Part::kFinite && view[i].mention == kNone) return std::nullopt;
    if (i == lowest) return std::nullopt;
    const auto phrase = noun_phrase_after(view, i, end, false);
    const bool named = phrase && phrase->end < end && view[phrase->end].has(kComma);
    return named && has_person(view, *phrase) ? phrase : std::nullopt;
}

// The phrase that ends at `end`, or before the brackets or commas that do.
std::optional<NounPhrase> phrase_over_insertion(const View& view, std::uint32_t end,
                                                std::uint32_t floor) {
    if (end <= floor) return std::nullopt;
    if (view[end - 1].has(kComma)) {
        if (const auto person = person_behind_marks(view, end - 1, floor)) return person;
        return subject_over_commas(view, end - 1, floor);
    }
    if (view[end - 1].has(kDashMark)) {  // "Ann Lee — the mayor of Salem — said"
        const std::uint32_t lowest = end > floor + 40 ? end - 40 : floor;
        std::uint32_t dash = end - 1;
        while (dash > lowest && !view[dash - 1].has(kDashMark)) --dash;
        return dash > lowest + 1 ? noun_phrase_before(view, dash - 1, floor) : std::nullopt;
    }
    const std::uint32_t time = time_begin(view, end, floor);
    if (time < end && time > floor && view[time - 1].has(kComma))
        return subject_over_commas(view, time - 1, floor);  // "Ann Lee, a doctor, on Monday said"
    end = before_brackets(view, before_time(view, end, floor), floor);
    return noun_phrase_before(view, before_time(view, end, floor), floor);
}

// "went on television to say that": an infinitive behind the place or medium of saying, as against
// "the right to say that".
bool is_purpose(const View& view, std::uint32_t cue, std::uint32_t floor) {
    if (cue < floor + 4 || !view[cue - 1].has(kTo) || !(view[cue].word.forms & kBase)) return false;
    const TokenFact& governor = view[cue - 2];
    if (!governor.is_noun() && !governor.is(kTime)) return false;
    if (governor.word.noun & kMedium) return true;
    for (std::uint32_t i = cue - 2; i > floor && i + 5 > cue; --i)
        if (view[i - 1].is(kPreposition) && !view[i - 1].has(kOf)) return true;
    return false;
}

// Words that the tagger took for nouns but that can only be verbs here: "Ann Lee claims she won",
// "supporters counter that it works".
bool is_verb_after_all(const View& view, std::uint32_t cue, std::uint32_t floor) {
    if (cue <= floor || cue + 2 >= view.size()) return false;
    const std::uint32_t limit = std::min(view.size(), cue + kReach);
    const TokenFact& before = view[cue - 1];
    const TokenFact& fact = view[cue];
    const bool named = before.mention != kNone || (before.is(kPersonal) && !before.is(kObject));
    const bool of_he = view[cue + 1].is(kPersonal) && view[cue + 2].part == Part::kFinite;
    if ((fact.word.forms & kBase) && of_he && before.part == Part::kNoun) return true;
    if ((fact.word.forms & kThird) && of_he && before.has(kComma)) return true;
    if (named && (fact.word.forms & kThird) && is_clause(view, cue + 1, limit, false)) return true;
    // "a rebellion that some say/NN is over"
    const bool some = before.is(kPronoun) && !before.is(kPersonal) && !before.has(kThat);
    if (some && (fact.word.forms & kBase) && view[cue + 1].part == Part::kFinite &&
        view.verb(cue).is(kBareClause))
        return true;
    // "critics — who have money — counter that"
    if ((fact.word.forms & kBase) && (before.has(kDashMark) || before.has(kComma)) &&
        view[cue + 1].has(kThat) && is_clause(view, cue + 2, limit, false))
        return true;
    return (fact.word.forms & (kThird | kBase)) && before.part == Part::kNoun &&
           view[cue + 1].has(kThat) && is_clause(view, cue + 2, limit, false) &&
           view.document.token_text(cue - 1).ends_with('s') == ((fact.word.forms & kBase) != 0);
}

// A cue form that is a noun or an adjective here: "his claims", "the reported deal".
bool is_nominal(const View& view, std::uint32_t cue, const VerbGroup& group, std::uint32_t floor) {
    const TokenFact& fact = view[cue];
    if (!fact.has(kUntagged)) {
        const bool named =
            cue > floor && (view[cue - 1].part == Part::kName || view[cue - 1].mention != kNone ||
                            view[cue - 1].is(kPersonal));  // not "a parting shot"
        const bool sure = !fact.word.noun && (fact.word.forms & (kPast | kThird)) != 0 &&
                          (named || view.verb(cue).cue_class != CueClass::kManner);
        if (!fact.is_verb() && !sure && !is_verb_after_all(view, cue, floor)) return true;
    }
    if (cue <= floor || group.begin != cue) return false;
    const TokenFact& before = view[cue - 1];
    if (before.has(kDashMark) && is_joined(view, cue)) return true;
    if (before.has(kQuoteMark)) return false;
    const bool counts = before.part == Part::kNumber && fact.part == Part::kFinite;
    const bool other = cue > floor + 1 && view[cue - 2].is(kDeterminer);  // "The other said"
    if (before.is(kDeterminer) && !before.is(kPronoun) && !counts && !other) return true;
    if (before.is(kPossessive) && !before.is(kObject) && !before.is(kPersonal)) return true;
    if (before.has(kGenitive)) return true;
    if (fact.has(kUntagged) && fact.word.noun)
        return before.part == Part::kAdjective || before.is(kPreposition) ||
               before.is(kDeterminer) || cue == floor;
    return false;
}

// Past forms of naming that the tagger took for participles: "what the mayor described as “a
// ruin”", "Lee, on a visit to Salem, called the vote a sham"; not "Lee, called the best by critics,
// lost".
bool is_finite_after_all(const View& view, std::uint32_t cue, std::uint32_t begin,
                         std::uint32_t floor) {
    if (begin <= floor + 1 || cue + 2 >= view.size()) return false;
    const TokenFact& before = view[begin - 1];
    const TokenFact& next = view[cue + 1];
    if (!before.has(kComma)) {
        const auto subject = noun_phrase_before(view, begin, floor);
        if (!subject || subject->begin <= floor) return false;
        const TokenFact& what = view[subject->begin - 1];
        return what.is(kWh) && !what.is(kRelative) && !what.is(kSubordinator) &&
               (next.has(kAs) || opens_mark(view, cue + 1));
    }
    if (next.mention == kNone && !next.is(kDefinite) && !next.is(kPossessive)) return false;
    for (std::uint32_t i = cue + 1; i < view.size() && i < cue + 10; ++i)
        if (view[i].has(kBy)) return false;
    const auto subject = subject_over_commas(view, begin - 1, floor);
    return subject && subject->begin == floor && has_person(view, *subject);
}

// "sent a memo to [donors] arguing that": who sent it argues.
bool is_recipient(const View& view, const NounPhrase& phrase, std::uint32_t floor) {
    return phrase.begin > floor + 2 && view[phrase.begin - 1].has(kTo) &&
           (view[phrase.begin - 2].word.noun & kMedium) != 0;
}

CueUse participle_use(const View& view, std::uint32_t begin, std::uint32_t floor,
                      CueContext& context) {
    if (begin <= floor) return CueUse::kParticiple;
    const TokenFact& before = view[begin - 1];
    if (before.part == Part::kPunctuation || before.is(kPreposition) || before.is(kSubordinator) ||
        before.is(kCoordinator))
        return CueUse::kParticiple;
    context.subject = noun_phrase_before(view, begin, floor);
    if (context.subject)  // "despite the Post claiming that"
        for (std::uint32_t i = context.subject->begin; i + 1 < context.subject->end; ++i)
            if (view[i].is(kAbsolute)) context.subject->begin = i + 1;
    if (context.subject && is_time(view, *context.subject)) context.subject.reset();
    if (context.subject && is_recipient(view, *context.subject, floor)) context.subject.reset();
    if (context.subject) {
        context.begin = context.subject->begin;
        return CueUse::kFinite;
    }
    return CueUse::kParticiple;
}

void find_subject(const View& view, std::uint32_t floor, CueContext& context) {
    const std::uint32_t begin = context.begin;
    if (begin <= floor) return;
    const TokenFact& before = view[begin - 1];
    if (before.has(kQuoteMark)) return;
    if (before.is(kRelative) && (before.is(kWh) || before.has(kThat)) && begin > floor + 1) {
        const std::uint32_t end = view[begin - 2].has(kComma) ? begin - 2 : begin - 1;
        context.subject = noun_phrase_before(view, end, floor);
        if (context.subject) {
            context.use = CueUse::kFinite;
            return;
        }
    }
    if (before.is(kCoordinator)) {
        context.use = CueUse::kCoordinated;
        return;
    }
    const auto subject = phrase_over_insertion(view, begin, floor);
    if (!subject) return;
    // "strict rules that …", "a lot of unfunny jokes that …": an adjective alone speaks for nobody.
    const TokenFact& head = view[subject->end - 1];
    const bool alone = subject->end == subject->begin + 1 || view[subject->end - 2].has(kOf);
    if (alone && head.part == Part::kAdjective && head.mention == kNone && !head.is(kPronoun) &&
        !head.is(kDeterminer) && !head.is(kSource)) {
        context.use = CueUse::kNone;
        return;
    }
    context.subject = subject;
    context.begin = subject->begin;
    context.use = CueUse::kFinite;
}

}  // namespace

CueContext read_context(const View& view, std::uint32_t cue, std::uint32_t floor) {
    CueContext context;
    floor = std::max(floor, cue > kReach ? cue - kReach : 0);
    const VerbGroup group = read_group(view, cue, floor);
    context.begin = group.begin;
    if (is_nominal(view, cue, group, floor)) return context;
    const TokenFact& fact = view[cue];
    const std::uint8_t forms = fact.word.forms;
    if (group.negated) {
        context.polarity = Polarity::kNegative;
    } else if (group.hypothetical) {
        context.polarity = Polarity::kHypothetical;
    }
    context.infinitive = group.infinitive;
    context.passive = group.be && (forms & kParticiple) != 0;
    const bool participle_alone = fact.part == Part::kNonfinite && (forms & kParticiple) != 0 &&
                                  !fact.has(kUntagged) && !group.be && !group.have;
    const CueVerb& verb = view.verb(cue);
    const bool names = verb.cue_class == CueClass::kAttitude || verb.is(kTwoObjects) ||
                       verb.is(kAsPhrase) || verb.cue_class == CueClass::kNaming;
    const bool by_agent = cue + 1 < view.size() && view[cue + 1].has(kBy);
    const bool reduced = group.begin > floor && view[group.begin - 1].is(kSubordinator);
    // "an official described the meeting as tense": with an object it is no passive.
    const bool object = verb.is(kAsPhrase) || verb.is(kOfAccusation);
    const bool transitive = object && cue + 1 < view.size() && !verb.is(kTwoObjects) &&
                            (view[cue + 1].is(kDeterminer) || view[cue + 1].is(kPossessive) ||
                             view[cue + 1].is(kObject) || view[cue + 1].mention != kNone);
    // "The senator called for an inquiry", tagged as a participle
    const bool topic = verb.is(kTopicObject) && cue + 1 < view.size() && view[cue + 1].is(kTopic);
    // "articles written for the site": no past form, and no auxiliary.
    const bool reduced_only = (forms & (kParticiple | kPast)) == kParticiple && !group.be &&
                              !group.have && !fact.has(kUntagged);
    if (reduced_only) {
        context.passive = true;
        return context;
    }
    if (participle_alone && !transitive && !topic &&
        !is_finite_after_all(view, cue, group.begin, floor) && (forms & kGerund) == 0 &&
        (names || by_agent || reduced)) {
        context.passive = true;  // "a user labelled “Anonymous”"
        return context;
    }
    const bool speaks = verb.cue_class == CueClass::kSpeech || verb.is(kOfAccusation);
    if (speaks && group.begin == cue && is_purpose(view, cue, floor)) {
        context.use = CueUse::kParticiple;
        return context;
    }
    const bool gerund_alone = (forms & kGerund) != 0 && !group.be;
    const bool bare_base = forms == kBase && !group.other && !group.infinitive;
    context.use = CueUse::kBare;
    if (gerund_alone) {
        context.use = participle_use(view, group.begin, floor, context);
        return context;
    }
    find_subject(view, floor, context);
    if (bare_base && context.use == CueUse::kBare) context.use = CueUse::kNone;
    return context;
}

CueContext read_state(const View& view, std::uint32_t word, std::uint32_t floor) {
    CueContext context;
    floor = std::max(floor, word > kReach ? word - kReach : 0);
    std::uint32_t verb = word;
    while (verb > floor && (view[verb - 1].part == Part::kAdverb || view[verb - 1].is(kIt))) --verb;
    const bool linked = verb > floor && (view[verb - 1].is(kLinking) || view[verb - 1].is(kMaking));
    const VerbGroup group = read_group(view, linked ? verb - 1 : word, floor);
    const bool makes = linked && view[verb - 1].is(kMaking);
    if (!linked && !group.be) return context;
    if (makes != view[word].is(kMade)) return context;
    context.begin = group.begin;
    if (group.negated) {
        context.polarity = Polarity::kNegative;
    } else if (group.hypothetical) {
        context.polarity = Polarity::kHypothetical;
    }
    context.use = CueUse::kBare;
    find_subject(view, floor, context);
    return context;
}

std::optional<NounPhrase> phrase_before_comma(const View& view, std::uint32_t participle,
                                              std::uint32_t floor) {
    if (participle < floor + 2 || !view[participle - 1].has(kComma)) return std::nullopt;
    const auto phrase = noun_phrase_before(view, participle - 1, floor);
    if (!phrase || !is_good_subject(view, *phrase, floor)) return std::nullopt;
    return phrase;
}

std::optional<NounPhrase> subject_before(const View& view, std::uint32_t verb,
                                         std::uint32_t floor) {
    floor = std::max(floor, verb > kReach ? verb - kReach : 0);
    while (verb > floor && view[verb - 1].part == Part::kAdverb) --verb;
    const auto phrase = phrase_over_insertion(view, verb, floor);
    if (!phrase || !is_good_subject(view, *phrase, floor)) return std::nullopt;
    return phrase;
}

}  // namespace lede::quotes
