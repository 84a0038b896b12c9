#include "quotes/predications.h"

#include <algorithm>

#include "quotes/complement.h"
#include "quotes/content_end.h"
#include "quotes/main_verb.h"

namespace lede::quotes {

bool Predications::is_somebody(const std::optional<NounPhrase>& phrase) const {
    if (!phrase || is_time(view_, *phrase)) return false;
    const TokenFact& first = view_[phrase->begin];
    if (first.mention != kNone || phrase->end > phrase->begin + 1) return true;
    return !first.is(kIt) && !first.is(kYou) && !first.is(kSelf) &&
           (first.is(kPersonal) || first.is_noun());
}

bool Predications::is_known(const NounPhrase& phrase) const {
    for (std::uint32_t i = phrase.begin; i < phrase.end; ++i)
        if (view_[i].mention != kNone || view_[i].is(kSource)) return true;
    const TokenFact& first = view_[phrase.begin];
    return first.is(kPersonal) && !first.is(kIt) && !first.is(kYou) && !first.is(kSelf);
}

std::uint32_t Predications::read_feeling(std::uint32_t word) {
    if (word + 2 >= end_) return 0;
    const bool that = view_[word + 1].has(kThat);
    const std::uint32_t begin = that ? word + 2 : word + 1;
    if (view_[begin].part == Part::kFinite) return 0;
    if (!is_clause(view_, begin, end_, that)) return 0;
    const CueContext context = read_state(view_, word, begin_);
    if (context.use != CueUse::kFinite && context.use != CueUse::kCoordinated) return 0;
    Report report{.speaker = context.subject ? context.subject : clause_subject(word),
                  .cue_begin = word,
                  .cue_end = word + 1,
                  .polarity = context.polarity,
                  .cue_class = CueClass::kAttitude};
    if (!is_somebody(report.speaker)) return 0;
    subject_ = report.speaker;
    const std::uint32_t end = clause_end(view_, kNone, begin, end_);
    add_piece(report, begin, end);
    return finish(report, end);
}

std::optional<NounPhrase> Predications::owner_of(std::uint32_t noun) const {
    std::uint32_t i = noun;
    while (i > begin_ && i + 5 > noun &&
           (view_[i - 1].part == Part::kAdjective || view_[i - 1].part == Part::kNoun))
        --i;
    if (i <= begin_) return std::nullopt;
    if (view_[i - 1].is(kPossessive)) return NounPhrase{i - 1, i};
    if (view_[i - 1].has(kGenitive)) return noun_phrase_before(view_, i - 1, begin_);
    return std::nullopt;
}

std::uint32_t Predications::read_promise(std::uint32_t noun) {
    if (noun + 2 >= end_ || !view_[noun + 1].has(kTo)) return 0;
    if (view_[noun + 2].part != Part::kNonfinite || view_[noun + 2].has(kIngForm)) return 0;
    Report report{.speaker = owner_of(noun), .cue_begin = noun, .cue_end = noun + 1};
    if (!report.speaker) return 0;
    const std::uint32_t begin = noun + 1;
    const bool subject = !has_finite(view_, begin_, noun);
    std::uint32_t end = begin;
    while (end < end_ && !view_[end].has(kComma | kSemicolon) &&
           !(subject && view_[end].part == Part::kFinite))
        ++end;
    add_piece(report, begin, end);
    return finish(report, end);
}

std::uint32_t Predications::description_begin(std::uint32_t cue) const {
    const CueVerb& verb = view_.verb(cue);
    if (verb.is(kOfAccusation)) return accusation_begin(cue);
    if (is_free_relative(cue)) {
        const std::uint32_t begin =
            verb.is(kAsPhrase) && view_[cue + 1].has(kAs) ? cue + 2 : cue + 1;
        if (begin >= end_ || (begin == cue + 1 && !verb.is(kTwoObjects))) return kNone;
        return view_[begin].is(kDeterminer) || view_[begin].is(kPossessive) ? begin : kNone;
    }
    const auto object = noun_phrase_after(view_, cue + 1, end_, false);
    if (!object || object->end + 1 >= end_) return kNone;
    const TokenFact& next = view_[object->end];
    if (verb.is(kAsPhrase) && next.has(kAs)) {
        const TokenFact& what = view_[object->end + 1];
        const bool called = what.part == Part::kAdjective || what.is(kDeterminer) ||
                            what.is_noun() || what.is(kPossessive);
        return called && !is_clause(view_, object->end + 1, end_, false) ? object->begin : kNone;
    }
    const bool dated =
        object->end + 2 < end_ && view_[object->end + 2].is(kTime);  // "the same day"
    if (verb.is(kTwoObjects) && next.is(kDeterminer) && !next.is(kPronoun) && !dated)
        return object->begin;
    return kNone;
}

bool Predications::is_free_relative(std::uint32_t cue) const {
    std::uint32_t i = cue;
    while (i > begin_ && (view_[i - 1].is(kAuxiliary) || view_[i - 1].part == Part::kAdverb)) --i;
    const auto subject = noun_phrase_before(view_, i, begin_);
    if (!subject || subject->begin <= begin_) return false;
    const TokenFact& before = view_[subject->begin - 1];
    return before.is(kWh) && !before.is(kRelative) && !before.is(kSubordinator);
}

std::uint32_t Predications::phrase_behind_end(std::uint32_t begin) const {
    const std::uint32_t verb = verb_behind_clause(view_, begin, end_);
    std::uint32_t end = begin;
    while (end < end_ && end < verb && !view_[end].has(kComma | kSemicolon | kDashMark)) ++end;
    return end;
}

std::uint32_t Predications::accusation_begin(std::uint32_t cue) const {
    std::uint32_t first = kNone;
    for (std::uint32_t i = cue + 1; i + 1 < end_ && i < cue + 15; ++i) {
        if (view_[i].part == Part::kFinite) break;
        if (view_[i].part == Part::kPunctuation && !view_[i].has(kComma)) break;
        if (!view_[i].has(kOf) || view_[i].mention != kNone) continue;
        if (view_[i + 1].has(kIngForm)) return i;
        if (first == kNone) first = i;
    }
    return first;
}

std::uint32_t Predications::read_description(std::uint32_t cue) {
    const std::uint32_t begin = description_begin(cue);
    if (begin == kNone) return 0;
    const CueContext context = read_context(view_, cue, begin_);
    if (context.use == CueUse::kNone || context.use == CueUse::kBare || context.passive) return 0;
    const CueVerb& verb = view_.verb(cue);
    Report report{.speaker = context.subject,
                  .cue_begin = cue,
                  .cue_end = cue + 1,
                  .polarity = context.polarity,
                  .cue_class = verb.cue_class};
    if (!report.speaker) report.speaker = clause_subject(cue);
    if (!is_somebody(report.speaker)) return 0;
    std::uint32_t end = inserted_end(context, begin, phrase_end(view_, cue, begin, end_));
    if (is_free_relative(cue)) end = std::min(end, phrase_behind_end(begin));
    if (verb.is(kOfAccusation) && opens_mark(view_, begin + 1) &&
        mark_end(view_, view_[begin + 1].mark) >= end)
        return 0;  // "accused them of “bias.”" is a quotation
    if (!verb.is(kOfAccusation))
        for (std::uint32_t i = begin; i < end; ++i)
            if (view_[i].mark != kNone) return 0;
    if (context.subject) subject_ = context.subject;
    add_piece(report, begin, end);
    return finish(report, end);
}

bool Predications::is_people(const NounPhrase& phrase) const {
    std::uint32_t head = phrase.begin;
    while (head + 1 < phrase.end && !view_[head + 1].is(kPreposition) &&
           !view_[head + 1].is(kRelative) && !view_[head + 1].is_verb())
        ++head;
    const TokenFact& fact = view_[head];
    if (fact.mention == kNone)
        return fact.is(kPeople) || fact.is(kSource) ||
               (fact.is(kPersonal) && !fact.is(kIt) && !fact.is(kYou) && !fact.is(kSelf));
    switch (view_.document.mentions[fact.mention].type) {
        case EntityType::kPerson:
        case EntityType::kOrg:
        case EntityType::kGpe:
        case EntityType::kNorp:
            return true;
        default:
            return false;
    }
}

std::uint32_t Predications::object_end(std::uint32_t cue, const NounPhrase& object) const {
    std::uint32_t end = phrase_end(view_, cue, object.begin, end_);
    for (std::uint32_t i = object.begin + 1; i < end; ++i) {
        const TokenFact& fact = view_[i];
        if (fact.mark != kNone || fact.mention != kNone) continue;
        const bool aside = fact.is(kSubordinator) && !fact.has(kThat | kAs) && !fact.is(kWh) &&
                           !fact.is(kPreposition);
        if (fact.has(kColon) || sets_off(i) || aside) end = i;
        if (!fact.is(kPreposition) || fact.is(kTopic) || i + 1 >= end) continue;
        const auto place = noun_phrase_after(view_, i + 1, end, false);
        if (place && (view_[place->end - 1].word.noun & kMedium)) end = i;
    }
    std::uint32_t last = end;
    while (last > object.begin + 1 && (view_[last - 1].is(kTime) || view_[last - 1].is(kAdverb) ||
                                       view_[last - 1].part == Part::kNumber))
        --last;
    if (last == end) return end;
    if (last > object.begin + 1 && view_[last - 1].is(kPreposition)) --last;
    return last;
}

std::uint32_t Predications::read_object(Report& report, const CueContext& context) {
    const std::uint32_t cue = report.cue_begin;
    const CueVerb& verb = view_.verb(cue);
    if (context.use == CueUse::kNone || context.use == CueUse::kBare || context.passive) return 0;
    std::uint32_t begin = cue + 1;
    const bool topic = begin < end_ && view_[begin].is(kTopic) && view_[begin].mention == kNone;
    if (!verb.is(topic ? kTopicObject : kNounObject)) return 0;
    begin += topic;
    if (!report.speaker || !is_people(*report.speaker)) return 0;
    const auto object = noun_phrase_after(view_, begin, end_, false);
    if (!object || is_time(view_, *object)) return 0;
    const TokenFact& head = view_[object->end - 1];
    if (object->end == begin + 1 && (head.is(kPronoun) || head.is(kObject) || head.is(kPersonal)))
        return 0;
    if (head.mention != kNone && mention(head).type == EntityType::kPerson) return 0;
    const std::uint32_t end = std::max(object->end, object_end(cue, *object));
    add_piece(report, begin, end);
    return finish(report, end);
}

bool Predications::takes_infinitive(const Report& report, const CueContext& context,
                                    std::uint32_t content) const {
    if (context.passive || context.use == CueUse::kBare || !report.speaker) return false;
    const CueVerb& verb = view_.verb(report.cue_begin);
    const bool gerund = view_[content].has(kIngForm);  // "proposed raising taxes"
    if (gerund) return context.use == CueUse::kFinite && is_known(*report.speaker);
    const bool urged = content > report.cue_begin + 1;
    const bool told = verb.is(kMayTell) || view_[report.cue_begin + 1].is(kPreposition);
    if (urged && !verb.is(kUrge) && !(verb.is(kInfinitive) && told)) return false;
    if (!urged && !verb.is(kInfinitive)) return false;
    // "called on Congress to act", not "called reporters to say hello"
    if (verb.is(kTwoObjects) && !view_[report.cue_begin + 1].is(kPreposition)) return false;
    const bool paper = (view_[report.speaker->end - 1].word.noun & kMedium) != 0;
    if (verb.cue_class != CueClass::kAttitude)
        return !urged || paper || is_known(*report.speaker) || is_people(*report.speaker) ||
               view_[report.speaker->end - 1].is(kBody);
    if (depth_ > 0) return false;  // "told friends he hopes to stay"
    // What people want now is news; what they wanted is mostly story.
    const TokenFact& what = view_[content + 1];
    const bool inner = what.word.cue != 0 && view_.verb(content + 1).cue_class == CueClass::kSpeech;
    const std::uint32_t subject = report.speaker->begin;
    const bool supposed =
        subject > begin_ && view_[subject - 1].is(kSubordinator);  // "if he wants"
    return context.use == CueUse::kFinite && !inner && !supposed &&
           !view_[report.cue_begin].has(kPastForm) && is_known(*report.speaker);
}

}  // namespace lede::quotes
