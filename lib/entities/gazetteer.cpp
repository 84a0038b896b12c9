#include "entities/gazetteer.h"

#include <array>
#include <stdexcept>
#include <utility>

#include "lexicon/phrase_words.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace lede::entities {
namespace {

constexpr std::array<std::string_view, 6> kSources = {
    "entities/names",  "entities/countries", "entities/regions",
    "entities/cities", "entities/companies", "entities/us_officials"};

constexpr std::array<std::pair<std::string_view, NameKind>, 13> kKinds = {{
    {"country", NameKind::kCountry},
    {"region", NameKind::kRegion},
    {"city", NameKind::kCity},
    {"place", NameKind::kPlace},
    {"facility", NameKind::kFacility},
    {"organisation", NameKind::kOrganisation},
    {"norp", NameKind::kNorp},
    {"demonym", NameKind::kDemonym},
    {"people", NameKind::kPeople},
    {"event", NameKind::kEvent},
    {"product", NameKind::kProduct},
    {"law", NameKind::kLaw},
    {"person", NameKind::kPerson},
}};

NameKind parse_kind(std::string_view word) {
    for (const auto& [name, kind] : kKinds)
        if (name == word) return kind;
    throw std::runtime_error("unknown kind of name: " + std::string(word));
}

bool may_begin_name(std::string_view text, std::uint32_t at) {
    const char32_t c = utf8::decode(text, at).code_point;
    return unicode::is_upper(c) || unicode::is_digit(c);
}

}  // namespace

EntityType type_of(NameKind kind) {
    switch (kind) {
        case NameKind::kCountry:
        case NameKind::kRegion:
        case NameKind::kCity: return EntityType::kGpe;
        case NameKind::kPlace: return EntityType::kLoc;
        case NameKind::kFacility: return EntityType::kFac;
        case NameKind::kOrganisation: return EntityType::kOrg;
        case NameKind::kNorp:
        case NameKind::kDemonym:
        case NameKind::kPeople: return EntityType::kNorp;
        case NameKind::kEvent: return EntityType::kEvent;
        case NameKind::kProduct: return EntityType::kProduct;
        case NameKind::kLaw: return EntityType::kLaw;
        case NameKind::kPerson: break;
    }
    return EntityType::kPerson;
}

Gazetteer::Gazetteer(const Lexicon& lexicon) {
    for (const std::string_view name : kSources) {
        const lexicon::Table table = lexicon.table(name);
        const std::uint32_t link = table.columns() > 2 ? table.column("link") : kNone;
        sources_.push_back({table, lexicon.phrases(name), table.column("kind"), link});
    }
}

GazetteerHit Gazetteer::hit(const Source& source, Span span, std::uint32_t row) const {
    GazetteerHit result{span, parse_kind(source.table.cell(row, source.kind)), {}, 1};
    if (source.link != kNone) result.link = source.table.cell(row, source.link);
    for (auto next = source.phrases.next_row(row); next != kNone;
         next = source.phrases.next_row(next))
        ++result.senses;
    return result;
}

std::vector<GazetteerHit> Gazetteer::find(std::string_view text, Span window) const {
    std::vector<Span> words;
    lexicon::split_phrase_words(window.of(text), words);
    for (Span& word : words) word = {word.begin + window.begin, word.end + window.begin};

    std::vector<std::vector<std::uint32_t>> ids(sources_.size());
    std::string scratch;
    for (std::size_t s = 0; s < sources_.size(); ++s)
        for (const Span word : words)
            ids[s].push_back(sources_[s].phrases.word(word.of(text), scratch));

    std::vector<GazetteerHit> hits;
    for (std::size_t at = 0; at < words.size();) {
        std::uint32_t longest = 0;
        if (may_begin_name(text, words[at].begin)) {
            for (std::size_t s = 0; s < sources_.size(); ++s) {
                const auto match = sources_[s].phrases.match_at(words, ids[s], at);
                if (match.words <= longest) continue;
                if (longest > 0) hits.pop_back();
                longest = match.words;
                hits.push_back(hit(sources_[s], match.span, match.row));
            }
        }
        at += longest > 0 ? longest : 1;
    }
    return hits;
}

std::optional<GazetteerHit> Gazetteer::lookup(std::string_view name) const {
    for (const Source& source : sources_) {
        const std::uint32_t row = source.phrases.lookup(name);
        if (row != kNone) return hit(source, make_span(0, name.size()), row);
    }
    return std::nullopt;
}

}  // namespace lede::entities
