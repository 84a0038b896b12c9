#include "entities/person_traits.h"

#include <algorithm>
#include <string>

#include "text/unicode.h"

namespace lede::entities {
namespace {

struct Evidence {
    int masculine = 0;
    int feminine = 0;
};

constexpr int kTitleWeight = 100;
constexpr int kNameWeight = 10;
constexpr std::uint32_t kReach = 40;  // tokens after a mention in which a pronoun is its own

void weigh(Evidence& evidence, Gender gender, int weight) {
    if (gender == Gender::kMasculine) evidence.masculine += weight;
    if (gender == Gender::kFeminine) evidence.feminine += weight;
}

// The first personal pronoun between a mention and the next person, within two sentences.
void weigh_pronouns(const Document& document, std::uint32_t from, std::uint32_t until,
                    Evidence& evidence) {
    std::string word;
    for (std::uint32_t i = from; i < std::min(until, from + kReach); ++i) {
        const std::string_view text = document.token_text(i);
        const char first = unicode::ascii_lower(text.front());
        if (text.size() > 7 || (first != 'h' && first != 's')) continue;
        unicode::fold_into(text, word);
        const bool he = word == "he" || word == "his" || word == "him" || word == "himself";
        const bool she = word == "she" || word == "her" || word == "hers" || word == "herself";
        if (!he && !she) continue;
        evidence.masculine += he;
        evidence.feminine += she;
        return;
    }
}

std::uint32_t token_at(const Document& document, std::uint32_t byte) {
    const auto found = std::ranges::lower_bound(document.tokens, byte, {},
                                                [](const Token& t) { return t.span.begin; });
    return static_cast<std::uint32_t>(found - document.tokens.begin());
}

}  // namespace

void set_traits(const Document& document, const PersonWords& words,
                const std::vector<Mention>& mentions, std::vector<Entity>& entities) {
    std::vector<Evidence> evidence(entities.size());
    std::vector<const Mention*> persons;
    for (const Mention& mention : mentions)
        if (mention.type == EntityType::kPerson && mention.entity != kNone)
            persons.push_back(&mention);
    for (std::size_t p = 0; p < persons.size(); ++p) {
        Evidence& own = evidence[persons[p]->entity];
        const std::uint32_t first = token_at(document, persons[p]->place.span.begin);
        const Span title = words.title_before(document, first);
        weigh(own, words.title_gender(document.text_of(title)), kTitleWeight);
        const std::uint32_t end = token_at(document, persons[p]->place.span.end);
        const std::uint32_t until = p + 1 < persons.size()
                                        ? token_at(document, persons[p + 1]->place.span.begin)
                                        : static_cast<std::uint32_t>(document.tokens.size());
        weigh_pronouns(document, end, until, own);
    }
    for (std::size_t e = 0; e < entities.size(); ++e) {
        Entity& entity = entities[e];
        entity.number = Number::kSingular;
        if (entity.type != EntityType::kPerson) {
            entity.gender = Gender::kNeuter;
            if (entity.type == EntityType::kNorp) entity.number = Number::kPlural;
            continue;
        }
        const auto blank = entity.name.find(' ');
        if (blank != std::string::npos)
            weigh(evidence[e], words.given_name_gender(entity.name.substr(0, blank)), kNameWeight);
        if (evidence[e].masculine > evidence[e].feminine) entity.gender = Gender::kMasculine;
        if (evidence[e].feminine > evidence[e].masculine) entity.gender = Gender::kFeminine;
    }
}

}  // namespace lede::entities
