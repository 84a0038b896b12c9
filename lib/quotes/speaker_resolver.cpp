#include "quotes/speaker_resolver.h"

#include <algorithm>

#include "text/unicode.h"

namespace lede::quotes {
namespace {

constexpr std::size_t kWindow = 24;  // mentions that a pronoun may go back

class Resolver {
  public:
    Resolver(const View& view, const std::vector<Report>& reports)
        : view_(view), reports_(reports) {}

    std::vector<std::optional<Speaker>> resolve() {
        std::vector<std::optional<Speaker>> speakers;
        speakers.reserve(reports_.size());
        for (const Report& report : reports_) {
            std::optional<Speaker> speaker;
            if (report.speaker) speaker = resolve(*report.speaker);
            if (!report.speaker && report.cue_begin == kNone) speaker = last_;
            if (speaker && speaker->entity != kNone) last_entity_ = speaker->entity;
            if (speaker) last_ = speaker;
            speakers.push_back(std::move(speaker));
        }
        return speakers;
    }

  private:
    const Document& document() const { return view_.document; }

    Speaker resolve(const NounPhrase& phrase) {
        Speaker speaker{.span = view_.span(phrase.begin, phrase.end)};
        const TokenFact& first = view_[phrase.begin];
        if (phrase.end == phrase.begin + 1 && first.mention == kNone &&
            (first.is(kPersonal) || first.is(kPossessive) || first.is(kObject))) {
            speaker.kind = SpeakerKind::kPronoun;
            speaker.entity = antecedent(phrase.begin);
        } else if (const std::uint32_t mention = head_mention(phrase); mention != kNone) {
            speaker.kind = SpeakerKind::kName;
            speaker.entity = document().mentions[mention].entity;
        } else {
            speaker.kind = SpeakerKind::kNominal;
            speaker.entity = apposition(phrase);
            if (speaker.entity == kNone) speaker.entity = role(phrase);
            if (speaker.entity == kNone) speaker.entity = body(phrase);
        }
        speaker.name = speaker.entity != kNone ? document().entities[speaker.entity].name
                                               : std::string(document().text_of(speaker.span));
        return speaker;
    }

    // The mention that is the phrase's head: the last one before any "of".
    std::uint32_t head_mention(const NounPhrase& phrase) const {
        const std::uint32_t last =
            phrase.end > phrase.begin + 1 && view_[phrase.end - 1].is(kReflexive) ? phrase.end - 1
                                                                                  : phrase.end;
        std::uint32_t end = phrase.begin + 1;
        while (end < last && !(view_[end].is(kPreposition) && view_[end].mention == kNone)) ++end;
        if (view_[end - 1].mention != kNone) return view_[end - 1].mention;
        for (std::uint32_t i = phrase.begin; i < phrase.end; ++i)
            if (view_[i].mention != kNone && i + 1 < phrase.end && !view_[i + 1].has(kGenitive) &&
                document().mentions[view_[i].mention].type == EntityType::kPerson)
                return view_[i].mention;
        return kNone;
    }

    bool agrees(const Entity& entity, std::string_view pronoun) const {
        const bool person = entity.type == EntityType::kPerson;
        if (pronoun == "he" || pronoun == "his" || pronoun == "him")
            return person && entity.gender != Gender::kFeminine;
        if (pronoun == "she" || pronoun == "her")
            return person && entity.gender != Gender::kMasculine;
        const bool group = entity.type == EntityType::kOrg || entity.type == EntityType::kGpe ||
                           entity.type == EntityType::kNorp;
        return group;
    }

    std::uint32_t antecedent(std::uint32_t token) const {
        const std::string pronoun = unicode::fold(document().token_text(token));
        if (pronoun == "i" || pronoun == "we" || pronoun == "you" || pronoun == "me" ||
            pronoun == "us")
            return kNone;
        const std::uint32_t at = document().tokens[token].span.begin;
        const auto& mentions = document().mentions;
        auto i =
            static_cast<std::size_t>(std::lower_bound(mentions.begin(), mentions.end(), at,
                                                      [](const Mention& m, std::uint32_t byte) {
                                                          return m.place.span.begin < byte;
                                                      }) -
                                     mentions.begin());
        const std::size_t low = i > kWindow ? i - kWindow : 0;
        std::uint32_t best = kNone;
        double best_score = -1e9;
        while (i-- > low) {
            const Mention& mention = mentions[i];
            if (mention.entity == kNone || !agrees(document().entities[mention.entity], pronoun))
                continue;
            const double score = salience(mention, at);
            if (score > best_score) {
                best_score = score;
                best = mention.entity;
            }
        }
        return best_score > -8 ? best : kNone;
    }

    double salience(const Mention& mention, std::uint32_t at) const {
        const std::uint32_t token = view_.token_at(mention.place.span.begin);
        const std::size_t here = sentence_of(at);
        const std::size_t there = sentence_of(mention.place.span.begin);
        double score = -1.0 * static_cast<double>(here - there);
        if (view_[token].mark != kNone) score -= 2;
        if (token > 0 && view_[token - 1].is(kPreposition)) score -= here == there ? 1.6 : 0.7;
        if (there < document().sentences.size() && token == document().sentences[there].first_token)
            score += 0.5;
        const Entity& entity = document().entities[mention.entity];
        if (entity.gender != Gender::kUnknown) score += 0.5;
        if (mention.entity == last_entity_) score += 1.2;
        return score;
    }

    std::size_t sentence_of(std::uint32_t byte) const {
        const auto& sentences = document().sentences;
        const auto after =
            std::upper_bound(sentences.begin(), sentences.end(), byte,
                             [](std::uint32_t b, const Sentence& s) { return b < s.span.begin; });
        return after == sentences.begin() ? 0
                                          : static_cast<std::size_t>(after - sentences.begin() - 1);
    }

    // "the team's coach, Ann Lee, said"
    std::uint32_t apposition(const NounPhrase& phrase) const {
        if (phrase.end + 1 >= view_.size() || !view_[phrase.end].has(kComma)) return kNone;
        const std::uint32_t mention = view_[phrase.end + 1].mention;
        if (mention == kNone || document().mentions[mention].type != EntityType::kPerson)
            return kNone;
        return document().mentions[mention].entity;
    }

    // "the ministry", after "the Ministry of Health"; "the city", after "Salem".
    std::uint32_t body(const NounPhrase& phrase) const {
        if (phrase.end != phrase.begin + 2 || !view_[phrase.begin].is(kDeterminer)) return kNone;
        const TokenFact& head = view_[phrase.begin + 1];
        if (!head.is(kBody) && !head.is(kPlace)) return kNone;
        const std::string noun = unicode::fold(document().token_text(phrase.begin + 1));
        const std::uint32_t at = document().tokens[phrase.begin].span.begin;
        std::uint32_t nearest = kNone;
        auto i = first_mention_from(at);
        for (std::size_t steps = 0; i-- > 0 && steps < 80; ++steps) {
            const Mention& mention = document().mentions[i];
            const bool fits =
                mention.type == (head.is(kPlace) ? EntityType::kGpe : EntityType::kOrg);
            if (!fits || mention.entity == kNone) continue;
            const std::string name = unicode::fold(document().entities[mention.entity].name);
            if (name.find(noun) != std::string::npos) return mention.entity;
            if (nearest == kNone && steps < kWindow) nearest = mention.entity;
        }
        return nearest;
    }

    // Index of the first mention that does not begin before the byte.
    std::size_t first_mention_from(std::uint32_t byte) const {
        const auto& mentions = document().mentions;
        return static_cast<std::size_t>(std::lower_bound(mentions.begin(), mentions.end(), byte,
                                                         [](const Mention& m, std::uint32_t at) {
                                                             return m.place.span.begin < at;
                                                         }) -
                                        mentions.begin());
    }

    // "the mayor", after "Mayor Ann Lee" or "Ann Lee, the mayor of Salem,".
    std::uint32_t role(const NounPhrase& phrase) const {
        if (!view_[phrase.begin].is(kDeterminer)) return kNone;
        std::uint32_t head = phrase.begin;
        while (head + 1 < phrase.end && !view_[head + 1].is(kPreposition)) ++head;
        const std::string noun = unicode::fold(document().token_text(head));
        const std::uint32_t at = document().tokens[phrase.begin].span.begin;
        const auto& mentions = document().mentions;
        auto i =
            static_cast<std::size_t>(std::lower_bound(mentions.begin(), mentions.end(), at,
                                                      [](const Mention& m, std::uint32_t byte) {
                                                          return m.place.span.begin < byte;
                                                      }) -
                                     mentions.begin());
        for (std::size_t steps = 0; i-- > 0 && steps < 80; ++steps) {
            const Mention& mention = mentions[i];
            if (mention.type == EntityType::kPerson && mention.entity != kNone &&
                stands_beside(mention, noun))
                return mention.entity;
        }
        return kNone;
    }

    bool stands_beside(const Mention& mention, const std::string& noun) const {
        const std::uint32_t begin = view_.token_at(mention.place.span.begin);
        for (std::uint32_t i = begin, steps = 0; i > 0 && steps < 4; --i, ++steps) {
            if (view_[i - 1].part == Part::kPunctuation || view_[i - 1].is(kPreposition)) break;
            if (unicode::fold(document().token_text(i - 1)) == noun) return true;
        }
        std::uint32_t i = view_.token_at(mention.place.span.end);
        if (i >= view_.size() || !view_[i].has(kComma)) return false;
        for (std::uint32_t steps = 0; ++i < view_.size() && steps < 6; ++steps) {
            if (view_[i].part == Part::kPunctuation) break;
            if (unicode::fold(document().token_text(i)) == noun) return true;
        }
        return false;
    }

    const View& view_;
    const std::vector<Report>& reports_;
    std::uint32_t last_entity_ = kNone;
    std::optional<Speaker> last_;
};

}  // namespace

std::vector<std::optional<Speaker>> resolve_speakers(const View& view,
                                                     const std::vector<Report>& reports) {
    return Resolver(view, reports).resolve();
}

}  // namespace lede::quotes
