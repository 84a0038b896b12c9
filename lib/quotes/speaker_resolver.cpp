#include "quotes/speaker_resolver.h"

#include <algorithm>

#include "text/unicode.h"

namespace lede::quotes {
namespace {

constexpr std::size_t kWindow = 24;  // mentions that a pronoun may go back
constexpr std::size_t kAhead = 10;   // mentions in which a role must be named

class Resolver {
  public:
    Resolver(const View& view, const std::vector<Report>& reports)
        : view_(view), reports_(reports) {}

    std::vector<std::optional<Speaker>> resolve() {
        std::vector<std::optional<Speaker>> speakers;
        speakers.reserve(reports_.size());
        for (std::size_t i = 0; i < reports_.size(); ++i) {
            const Report& report = reports_[i];
            std::optional<Speaker> speaker;
            if (report.speaker) speaker = resolve(*report.speaker, report.cue_begin);
            if (report.speaker && speaker->entity == kNone &&
                view_[report.speaker->begin].is(kSelf) && speaker->kind == SpeakerKind::kPronoun)
                speak_for_narrator(i, speakers, *speaker);
            if (!report.speaker && report.cue_begin == kNone)
                speaker = is_next_turn(i) ? other_ : last_;
            if (speaker && speaker->entity != kNone) last_entity_ = speaker->entity;
            if (speaker && can_go_on(i)) remember(*speaker, i);
            speakers.push_back(std::move(speaker));
        }
        return speakers;
    }

  private:
    static constexpr std::size_t kMemory = 6;         // reports that a dialogue may go back
    static constexpr std::size_t kInterviewSelf = 8;  // "I" and "we" outside quote marks
    static constexpr std::size_t kInterviewQuestions = 3;
    static constexpr std::size_t kIntroduction = 5;  // blocks

    const Document& document() const { return view_.document; }

    // Whether a quotation without a speaker may be the report's speaker's: people and bodies go on
    // talking, a statement or a bill does not.
    bool can_go_on(std::size_t i) const {
        const auto& phrase = reports_[i].speaker;
        if (!phrase) return true;
        std::uint32_t head = phrase->begin;
        while (head + 1 < phrase->end && !view_[head + 1].is(kPreposition)) ++head;
        const TokenFact& fact = view_[head];
        return fact.mention != kNone || fact.word.noun == 0 || fact.is(kSource);
    }

    // “Ready?” “Yes.”: a quotation right behind another one answers it, if two have been talking in
    // turns. A single speaker's paragraphs look the same.
    bool is_next_turn(std::size_t i) const {
        if (i == 0 || !other_ || turns_ < 2 || i - turned_at_ > kMemory) return false;
        return reports_[i - 1].pieces.back().end == reports_[i].pieces.front().begin;
    }

    // "I" is who is being quoted or, where nobody is, the author of the article.
    void speak_for_narrator(std::size_t i, const std::vector<std::optional<Speaker>>& speakers,
                            Speaker& self) const {
        const std::uint32_t at = reports_[i].speaker->begin;
        for (std::size_t j = i; j-- > 0 && j + kMemory > i;)
            for (const Piece& piece : reports_[j].pieces)
                if (piece.begin <= at && at < piece.end && speakers[j]) {
                    self.entity = speakers[j]->entity;
                    self.name = speakers[j]->name;
                    return;
                }
        self.kind = SpeakerKind::kDocument;
        self.name = document().article.byline.empty() ? "(author)" : document().article.byline;
    }

    void remember(const Speaker& speaker, std::size_t i) {
        const bool same = last_ && (speaker.entity != kNone ? speaker.entity == last_->entity
                                                            : speaker.name == last_->name);
        if (!same) {
            turns_ = i - turned_at_ > kMemory ? 1 : turns_ + 1;
            other_ = last_;
            turned_at_ = i;
        }
        last_ = speaker;
    }

    Speaker resolve(const NounPhrase& phrase, std::uint32_t cue) {
        Speaker speaker{.span = view_.span(phrase.begin, phrase.end)};
        const TokenFact& first = view_[phrase.begin];
        if (phrase.end == phrase.begin + 1 && first.mention == kNone &&
            (first.is(kPersonal) || first.is(kPossessive) || first.is(kObject))) {
            speaker.kind = SpeakerKind::kPronoun;
            speaker.entity = antecedent(phrase.begin);
        } else if (const std::uint32_t mention = head_mention(phrase); mention != kNone) {
            speaker.kind = SpeakerKind::kName;
            if (!is_person(mention) && cue != kNone && cue >= phrase.end)
                speaker.entity = apposition(phrase, cue);
            if (speaker.entity == kNone) speaker.entity = document().mentions[mention].entity;
        } else {
            speaker.kind = SpeakerKind::kNominal;
            speaker.entity = apposition(phrase, cue);
            if (speaker.entity == kNone) speaker.entity = person_before(phrase);
            if (speaker.entity == kNone) speaker.entity = role(phrase);
            if (speaker.entity == kNone) speaker.entity = body(phrase);
            if (speaker.entity == kNone) speaker.entity = named_later(phrase);
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
        for (std::uint32_t i = phrase.begin; i < phrase.end; ++i) {
            const std::uint32_t mention = view_[i].mention;
            if (mention == kNone || !is_person(mention)) continue;
            std::uint32_t title = i;  // "aides to Mr. Lee"
            while (title > phrase.begin && view_[title - 1].has(kCapital) &&
                   view_[title - 1].mention == kNone)
                --title;
            const bool owned = title > phrase.begin && view_[title - 1].is(kPreposition);
            while (i + 1 < phrase.end && view_[i + 1].mention == mention) ++i;
            const bool owns = i + 1 < phrase.end && view_[i + 1].has(kGenitive);
            if (!owned && !owns) return mention;
        }
        return kNone;
    }

    bool agrees(const Entity& entity, std::string_view pronoun) const {
        const bool person = entity.type == EntityType::kPerson;
        if (pronoun == "he" || pronoun == "his" || pronoun == "him")
            return person && entity.gender != Gender::kFeminine;
        if (pronoun == "she" || pronoun == "her")
            return person && entity.gender != Gender::kMasculine;
        if (entity.type == EntityType::kOrg || entity.type == EntityType::kNorp) return true;
        return entity.type == EntityType::kGpe && pronoun.starts_with("it");
    }

    std::uint32_t antecedent(std::uint32_t token) {
        const std::string pronoun = unicode::fold(document().token_text(token));
        const bool asked = view_[token].is(kYou) && is_in_question(token);
        if (view_[token].is(kSelf) || asked) {
            const std::uint32_t speaker = interviewed();
            return speaker == kNone && view_[token].mark == kNone ? introduced(token) : speaker;
        }
        if (view_[token].is(kYou)) return kNone;
        const std::uint32_t at = document().tokens[token].span.begin;
        const auto& mentions = document().mentions;
        auto i = first_mention_from(at);
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

    bool is_in_question(std::uint32_t token) const {
        const Sentence& sentence =
            document().sentences[sentence_of(document().tokens[token].span.begin)];
        return document().token_text(sentence.last_token - 1) == "?";
    }

    // "the agency's lawyer, Ann Lee": the name at `begin` stands behind the noun, its determiner
    // and a comma.
    bool follows_role(std::uint32_t begin, const std::string& noun) const {
        if (begin < 3 || !view_[begin - 1].has(kComma)) return false;
        if (unicode::fold(document().token_text(begin - 2)) != noun) return false;
        for (std::uint32_t i = begin - 2, steps = 0; i > 0 && steps < 5; --i, ++steps) {
            const TokenFact& fact = view_[i - 1];
            if (fact.is(kDeterminer) || fact.is(kPossessive) || fact.has(kGenitive)) return true;
            if (!fact.is_noun() && fact.part != Part::kAdjective) return false;
        }
        return false;
    }

    // Who "I" is outside quote marks: in an interview, the person it introduces. Counted once.
    std::uint32_t interviewed() {
        if (!interview_read_) {
            interview_read_ = true;
            interviewed_ = find_interviewed();
        }
        return interviewed_;
    }

    // Who told his name before: "My name is Ann Lee", "I am Ann Lee", in a speech or a hearing.
    std::uint32_t introduced(std::uint32_t token) {
        for (; introductions_read_ + 2 < token; ++introductions_read_) {
            const std::uint32_t i = introductions_read_;
            if (!view_[i].is(kIntroducing) || !view_[i + 1].is(kBe) || view_[i].mark != kNone)
                continue;
            const std::uint32_t mention = view_[i + 2].mention;
            const bool own = view_[i].is(kSelf) || (i > 0 && view_[i - 1].is(kSelf));
            if (own && mention != kNone && is_person(mention))
                introduced_ = document().mentions[mention].entity;
        }
        return introduced_;
    }

    std::uint32_t find_interviewed() const {
        std::size_t self = 0;
        std::size_t questions = 0;
        bool said_to_be = false;
        for (std::uint32_t i = 0; i < view_.size(); ++i) {
            if (view_[i].mark != kNone) continue;
            said_to_be |= view_[i].is(kInterview) && questions < kInterviewQuestions;
            self += view_[i].is(kSelf);
            questions += view_[i].has(kStop) && document().token_text(i) == "?";
        }
        if (!said_to_be || self < kInterviewSelf || questions < kInterviewQuestions) return kNone;
        const auto& blocks = document().article.blocks;
        const std::uint32_t intro =
            blocks.empty() ? 0 : blocks[std::min(kIntroduction, blocks.size()) - 1].span.end;
        std::vector<std::size_t> counts(document().entities.size());
        std::uint32_t best = kNone;
        for (const Mention& mention : document().mentions) {
            if (mention.place.span.begin >= intro) break;
            if (mention.type != EntityType::kPerson || mention.entity == kNone) continue;
            const std::size_t count = ++counts[mention.entity];
            if (best == kNone || count > counts[best]) best = mention.entity;
        }
        return best;
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
        if (is_subject(mention)) score += 1.2;
        if (mention.entity == last_entity_) score += 1.0;
        return score;
    }

    // "Ann Lee said", "Ann Lee, the mayor, has said".
    bool is_subject(const Mention& mention) const {
        std::uint32_t i = behind_origin(view_.token_at(mention.place.span.end));
        if (i + 1 < view_.size() && view_[i].has(kComma) && view_[i + 1].part != Part::kFinite) {
            const std::uint32_t limit = std::min(view_.size(), i + 15);
            while (++i < limit && view_[i].part != Part::kPunctuation) {
            }
            if (i >= limit) return false;
        }
        if (i < view_.size() && view_[i].has(kComma)) ++i;
        while (i < view_.size() && view_[i].part == Part::kAdverb) ++i;
        return i < view_.size() && view_[i].part == Part::kFinite;
    }

    std::size_t sentence_of(std::uint32_t byte) const {
        const auto& sentences = document().sentences;
        const auto after =
            std::upper_bound(sentences.begin(), sentences.end(), byte,
                             [](std::uint32_t b, const Sentence& s) { return b < s.span.begin; });
        return after == sentences.begin() ? 0
                                          : static_cast<std::size_t>(after - sentences.begin() - 1);
    }

    bool is_person(std::uint32_t mention) const {
        return document().mentions[mention].type == EntityType::kPerson;
    }

    // Behind "of Ohio" and "of the firm BridgeWatch", where a name has it at `at`.
    std::uint32_t behind_origin(std::uint32_t at) const {
        if (at + 1 >= view_.size() || !view_[at].is(kPreposition)) return at;
        const auto origin =
            noun_phrase_after(view_, at + 1, std::min(view_.size(), at + 10), false);
        return origin ? origin->end : at;
    }

    // "the team's coach, Ann Lee, said"; not "According to reports, Ann Lee left".
    std::uint32_t apposition(const NounPhrase& phrase, std::uint32_t cue) const {
        if (phrase.end >= view_.size() || !view_[phrase.end].has(kComma)) return kNone;
        const std::uint32_t last = std::min(view_.size(), phrase.end + 8);
        for (std::uint32_t i = phrase.end + 1; i < last; ++i) {
            if (view_[i].part == Part::kPunctuation || view_[i].is_verb()) return kNone;
            const std::uint32_t mention = view_[i].mention;
            if (mention == kNone || !is_person(mention)) continue;
            while (i < view_.size() && view_[i].mention == mention) ++i;
            i = behind_origin(i);
            const bool closed =
                i >= view_.size() || i == cue || view_[i].part == Part::kPunctuation;
            return closed ? document().mentions[mention].entity : kNone;
        }
        return kNone;
    }

    // "Ann Lee, 58, a nurse who said": whom the phrase describes.
    std::uint32_t person_before(const NounPhrase& phrase) const {
        if (phrase.begin < 2 || !view_[phrase.begin].is(kDeterminer)) return kNone;
        std::uint32_t comma = phrase.begin - 1;
        if (comma > 2 && view_[comma].has(kComma) && view_[comma - 1].part == Part::kNumber &&
            view_[comma - 2].has(kComma))
            comma -= 2;
        if (!view_[comma].has(kComma)) return kNone;
        const bool relative = phrase.end < view_.size() && view_[phrase.end].is(kRelative);
        const std::uint32_t mention = view_[comma - 1].mention;
        return relative && mention != kNone && is_person(mention)
                   ? document().mentions[mention].entity
                   : kNone;
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
            const bool named = head.is(kBody) && mention.type != EntityType::kPerson;
            if (!(fits || named) || mention.entity == kNone) continue;
            if (head.is(kPlace) && is_wider_place(i)) continue;
            const std::string name = unicode::fold(document().entities[mention.entity].name);
            if (name.find(noun) != std::string::npos) return mention.entity;
            if (!fits) continue;  // "the hospital" is Salem Hospital, whatever kind of name that is
            if (nearest == kNone && steps < kWindow) nearest = mention.entity;
        }
        return nearest;
    }

    // The state in "Salem, Oregon".
    bool is_wider_place(std::size_t mention) const {
        if (mention == 0) return false;
        const Mention& before = document().mentions[mention - 1];
        const std::uint32_t begin = document().mentions[mention].place.span.begin;
        const std::uint32_t end = before.place.span.end;
        return before.type == EntityType::kGpe && begin > end && begin - end <= 2 &&
               document().text()[end] == ',';
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
        if (!view_[phrase.begin].is(kDefinite)) return kNone;
        std::uint32_t head = phrase.begin;
        while (head + 1 < phrase.end && !view_[head + 1].is(kPreposition)) ++head;
        if (view_[head].word.noun) return kNone;  // "the statement" is nobody's role
        const std::string noun = unicode::fold(document().token_text(head));
        const std::uint32_t at = document().tokens[phrase.begin].span.begin;
        const auto& mentions = document().mentions;
        auto i = first_mention_from(at);
        // "the president", in a story about President Lee, is not "Ann Poe, the president of a
        // bank"
        std::uint32_t president_of = kNone;
        for (std::size_t steps = 0; i-- > 0 && steps < 80; ++steps) {
            const Mention& mention = mentions[i];
            if (mention.type != EntityType::kPerson || mention.entity == kNone) continue;
            bool of = false;
            if (!stands_beside(mention, noun, of)) continue;
            if (!of || head + 1 < phrase.end) return mention.entity;
            if (president_of == kNone) president_of = mention.entity;
        }
        return president_of;
    }

    // "The president's lawyer" before "the lawyer, Ann Lee,", and "A judge" of a story's first
    // paragraphs before "Judge Ann Lee": a person who is named soon after and never before.
    std::uint32_t named_later(const NounPhrase& phrase) const {
        std::uint32_t head = phrase.begin;
        bool owned = view_[phrase.begin].is(kDefinite) || view_[phrase.begin].is(kPossessive);
        while (head + 1 < phrase.end && !view_[head + 1].is(kPreposition)) {
            ++head;
            owned |= view_[head].has(kGenitive);
        }
        const TokenFact& noun = view_[head];
        if (noun.part != Part::kNoun || noun.word.noun != 0 || noun.has(kPluralNoun)) return kNone;
        const std::uint32_t at = document().tokens[phrase.begin].span.begin;
        const auto& blocks = document().article.blocks;
        const bool lead = blocks.size() > 3 && at < blocks[2].span.end;
        if (!owned && !lead) return kNone;
        const std::string word = unicode::fold(document().token_text(head));
        const auto& mentions = document().mentions;
        const std::size_t first = first_mention_from(at);
        for (std::size_t i = first; i < mentions.size() && i < first + kAhead; ++i) {
            if (mentions[i].type != EntityType::kPerson || mentions[i].entity == kNone) continue;
            bool of = false;
            if (!stands_beside(mentions[i], word, of)) continue;
            for (std::size_t j = first > kWindow ? first - kWindow : 0; j < first; ++j)
                if (mentions[j].entity == mentions[i].entity) return kNone;
            return mentions[i].entity;
        }
        return kNone;
    }

    // `of` tells that more than the noun describes the person: "the president of a bank".
    bool stands_beside(const Mention& mention, const std::string& noun, bool& of) const {
        const std::uint32_t begin = view_.token_at(mention.place.span.begin);
        if (follows_role(begin, noun)) return true;
        for (std::uint32_t i = begin, steps = 0; i > 0 && steps < 4; --i, ++steps) {
            if (view_[i - 1].part == Part::kPunctuation || view_[i - 1].is(kPreposition)) break;
            if (unicode::fold(document().token_text(i - 1)) == noun) return true;
        }
        std::uint32_t i = view_.token_at(mention.place.span.end);
        if (i >= view_.size() || !view_[i].has(kComma)) return false;
        for (std::uint32_t steps = 0; ++i < view_.size() && steps < 6; ++steps) {
            if (view_[i].part == Part::kPunctuation || view_[i].is(kPreposition) ||
                view_[i].is_verb() || view_[i].has(kThat))
                break;
            if (unicode::fold(document().token_text(i)) != noun) continue;
            of = i + 1 < view_.size() && view_[i + 1].has(kOf);
            return true;
        }
        return false;
    }

    const View& view_;
    const std::vector<Report>& reports_;
    std::uint32_t last_entity_ = kNone;
    bool interview_read_ = false;
    std::uint32_t interviewed_ = kNone;
    std::uint32_t introductions_read_ = 0;  // tokens
    std::uint32_t introduced_ = kNone;
    std::optional<Speaker> last_;
    std::optional<Speaker> other_;  // who spoke before `last_`
    std::size_t turned_at_ = 0;     // the report with which the turn passed from `other_`
    std::size_t turns_ = 0;         // how often it passed in close succession
};

}  // namespace

std::vector<std::optional<Speaker>> resolve_speakers(const View& view,
                                                     const std::vector<Report>& reports) {
    return Resolver(view, reports).resolve();
}

}  // namespace lede::quotes
