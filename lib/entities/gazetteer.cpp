#include "entities/gazetteer.h"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <utility>

#include "learning/feature_sequence.h"
#include "lexicon/phrase_words.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace lede::entities {
namespace {

constexpr std::array<std::string_view, kGazetteerTables> kSources = {"entities/names",
                                                                     "entities/countries",
                                                                     "entities/regions",
                                                                     "entities/cities",
                                                                     "entities/companies",
                                                                     "entities/us_officials",
                                                                     "entities/world_organisations",
                                                                     "entities/clubs"};

constexpr std::array<std::pair<std::string_view, NameKind>, 14> kKinds = {{
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
    {"namesake", NameKind::kNamesake},
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

// Whether `text` is `name` as the table writes it, or all in capitals; blanks count alike.
bool is_written_as(std::string_view text, std::string_view name) {
    if (text == name) return true;
    bool same = text.size() == name.size();
    bool small = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        small = small || unicode::is_ascii_lower(text[i]);
        same = same && (text[i] == name[i] || (unicode::is_ascii_space(text[i]) && name[i] == ' '));
    }
    return same || (!small && text.size() > 3);
}

}  // namespace

EntityType type_of(NameKind kind) {
    switch (kind) {
        case NameKind::kCountry:
        case NameKind::kRegion:
        case NameKind::kCity:
            return EntityType::kGpe;
        case NameKind::kPlace:
            return EntityType::kLoc;
        case NameKind::kFacility:
            return EntityType::kFac;
        case NameKind::kOrganisation:
        case NameKind::kNamesake:
            return EntityType::kOrg;
        case NameKind::kNorp:
        case NameKind::kDemonym:
        case NameKind::kPeople:
            return EntityType::kNorp;
        case NameKind::kEvent:
            return EntityType::kEvent;
        case NameKind::kProduct:
            return EntityType::kProduct;
        case NameKind::kLaw:
            return EntityType::kLaw;
        case NameKind::kPerson:
            break;
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

void Gazetteer::add_senses(const Source& source, std::uint32_t row, GazetteerHit& hit) const {
    for (; row != kNone; row = source.phrases.next_row(row)) {
        const NameKind kind = parse_kind(source.table.cell(row, source.kind));
        const std::string_view link =
            source.link == kNone ? std::string_view() : source.table.cell(row, source.link);
        if (hit.kinds == 0) {
            hit.kind = kind;
            hit.link = link;
        } else if (type_of(kind) != type_of(hit.kind) ||
                   (!link.empty() && !hit.link.empty() && link != hit.link)) {
            ++hit.senses;
        } else if (hit.link.empty()) {
            hit.link = link;
        }
        hit.kinds |= 1U << static_cast<unsigned>(kind);
    }
}

const GazetteerMemory::FirstWord& Gazetteer::first_word(std::string_view word,
                                                        GazetteerMemory& memory) const {
    return memory.first_words.find_or(
        learning::hash_bytes(word), [&](GazetteerMemory::FirstWord& first) {
            for (std::size_t s = 0; s < sources_.size(); ++s) {
                const lexicon::PhraseIndex& phrases = sources_[s].phrases;
                first.nodes[s] =
                    phrases.step(lexicon::PhraseIndex::kRoot, phrases.word(word, memory.folded));
                first.any = first.any || first.nodes[s] != kNone;
            }
        });
}

Gazetteer::Match Gazetteer::longest_match(const Source& source, std::uint32_t node,
                                          std::string_view text, Span first, std::size_t end,
                                          bool caseless, GazetteerMemory& memory) const {
    Match best;
    for (Span word = first;;) {
        auto row = source.phrases.first_row(node);
        const std::string_view written = cover(first, word).of(text);
        while (row != kNone && !caseless && !is_written_as(written, source.table.cell(row, 0)))
            row = source.phrases.next_row(row);
        if (row != kNone) best = {word.end, row};
        word = lexicon::next_phrase_word(text, word.end, end);
        if (word.empty()) break;
        node = source.phrases.step(node, source.phrases.word(word.of(text), memory.folded));
        if (node == kNone) break;
    }
    return best;
}

void Gazetteer::find(std::string_view text, Span window, bool caseless, GazetteerMemory& memory,
                     std::vector<GazetteerHit>& hits) const {
    std::array<Match, kGazetteerTables> matches;
    Span word = lexicon::next_phrase_word(text, window.begin, window.end);
    while (!word.empty()) {
        std::uint32_t longest = 0;
        if (caseless || may_begin_name(text, word.begin)) {
            const GazetteerMemory::FirstWord& first = first_word(word.of(text), memory);
            for (std::size_t s = 0; first.any && s < sources_.size(); ++s) {
                matches[s] = {};
                if (first.nodes[s] == kNone) continue;
                matches[s] = longest_match(sources_[s], first.nodes[s], text, word, window.end,
                                           caseless, memory);
                longest = std::max(longest, matches[s].end);
            }
        }
        if (longest > 0) {
            GazetteerHit hit{.span = {word.begin, longest}};
            for (std::size_t s = 0; s < sources_.size(); ++s)
                if (matches[s].end == longest) add_senses(sources_[s], matches[s].row, hit);
            hits.push_back(hit);
        }
        word = lexicon::next_phrase_word(text, longest > 0 ? longest : word.end, window.end);
    }
}

std::vector<std::string_view> Gazetteer::links(std::string_view name) const {
    std::vector<std::string_view> found;
    for (const Source& source : sources_) {
        if (source.link == kNone) continue;
        for (auto row = source.phrases.lookup(name); row != kNone;
             row = source.phrases.next_row(row)) {
            const std::string_view link = source.table.cell(row, source.link);
            if (!link.empty() && std::ranges::find(found, link) == found.end())
                found.push_back(link);
        }
    }
    return found;
}

bool Gazetteer::is_ambiguous(std::string_view name) const {
    const auto hit = lookup(name);
    return hit && hit->senses > 1;
}

std::optional<GazetteerHit> Gazetteer::lookup(std::string_view name) const {
    GazetteerHit hit{.span = make_span(0, name.size())};
    for (const Source& source : sources_) {
        auto row = source.phrases.lookup(name);
        while (row != kNone && !is_written_as(name, source.table.cell(row, 0)))
            row = source.phrases.next_row(row);
        if (row != kNone) add_senses(source, row, hit);
    }
    if (hit.kinds == 0) return std::nullopt;
    return hit;
}

}  // namespace lede::entities
