#include "entities/name_types.h"

#include <algorithm>

#include "text/unicode.h"

namespace lede::entities {
namespace {

// "Buddhists", "Texan", "Taiwanese": adjectives and nouns of peoples and beliefs.
bool looks_like_people(std::string_view word) {
    constexpr std::string_view kEndings[] = {"ist",  "ists", "ian", "ians", "ese", "ish", "ans",
                                             "ites", "ite",  "an",  "ic",   "i",   "is"};
    return std::ranges::any_of(kEndings, [&](auto ending) { return word.ends_with(ending); });
}

bool is_opening_quote(std::string_view word) {
    return word == "\"" || word == "“" || word == "‘" || word == "'" || word == "``";
}

bool is_year(std::string_view word) {
    return word.size() == 4 && std::ranges::all_of(word, unicode::is_ascii_digit);
}

bool has_digit(std::string_view text) { return std::ranges::any_of(text, unicode::is_ascii_digit); }

}  // namespace

NameTypes::NameTypes(const Lexicon& lexicon, const Gazetteer& gazetteer)
    : gazetteer_(gazetteer), name_words_(lexicon.table("entities/name_words")) {}

std::string_view NameTypes::kind_of_word(std::string_view word) const {
    const std::uint32_t row = name_words_.find(word);
    return row < name_words_.rows() ? name_words_.cell(row, 1) : std::string_view();
}

EntityType NameTypes::place_type(std::string_view first, std::string_view last) const {
    for (const std::string_view word : {last, first}) {
        const std::string_view kind = kind_of_word(word);
        if (kind == "place") return EntityType::kLoc;
        if (kind == "facility") return EntityType::kFac;
        if (kind == "settlement") return EntityType::kGpe;
    }
    return EntityType::kGpe;
}

// "Data Protection Commission", "Bureau of Immigration"; not "War of the Third Coalition".
bool NameTypes::names_body(const Document& document, const TaggedName& name) const {
    auto head = name.first;
    while (head + 1 < name.last && document.token_text(head + 1) != "of") ++head;
    return name.last - name.first > 1 && kind_of_word(document.token_text(head)) == "org";
}

// "Crimean Tatar"
bool NameTypes::names_people(const Document& document, const TaggedName& name) const {
    if (name.last - name.first < 2) return false;
    for (auto i = name.first; i < name.last; ++i) {
        const auto hit = gazetteer_.lookup(document.token_text(i));
        if (!hit || entities::type_of(hit->kind) != EntityType::kNorp || hit->senses > 1)
            return false;
    }
    return true;
}

EntityType NameTypes::other_type(const Document& document, const TaggedName& name) const {
    const std::string_view first = document.token_text(name.first);
    const std::string_view last = document.token_text(name.last - 1);
    const bool quoted = name.first > 0 && is_opening_quote(document.token_text(name.first - 1));
    if (quoted) return EntityType::kWork;
    const std::string_view kind = kind_of_word(last);
    if (kind == "event") return EntityType::kEvent;
    if (kind == "law") return EntityType::kLaw;
    if (is_year(first) || is_year(last)) return EntityType::kEvent;
    if (names_body(document, name)) return EntityType::kOrg;
    if (name.last - name.first == 1 && looks_like_people(last)) return EntityType::kNorp;
    const Span span = cover(document.tokens[name.first].span, document.tokens[name.last - 1].span);
    return has_digit(document.text_of(span)) ? EntityType::kProduct : EntityType::kWork;
}

EntityType NameTypes::type_of(const Document& document, const TaggedName& name) const {
    if (name.type == CoarseType::kPerson)
        return names_people(document, name) ? EntityType::kNorp : EntityType::kPerson;
    if (name.type == CoarseType::kOrganisation) return EntityType::kOrg;
    const Span span = cover(document.tokens[name.first].span, document.tokens[name.last - 1].span);
    const auto hit = gazetteer_.lookup(document.text_of(span));
    const bool place = name.type == CoarseType::kLocation;
    if (hit) {
        const EntityType known = entities::type_of(hit->kind);
        const bool is_place =
            known == EntityType::kGpe || known == EntityType::kLoc || known == EntityType::kFac;
        const bool is_other = known == EntityType::kNorp || known == EntityType::kEvent ||
                              known == EntityType::kProduct || known == EntityType::kLaw;
        if (place ? is_place : is_other || (is_place && hit->senses == 1)) return known;
    }
    const bool of = name.last - name.first > 2 && document.token_text(name.first + 1) == "of";
    if (place && of && names_body(document, name)) return EntityType::kOrg;
    if (place)
        return place_type(document.token_text(name.first), document.token_text(name.last - 1));
    return other_type(document, name);
}

}  // namespace lede::entities
