#include "entities/name_repairs.h"

#include <algorithm>
#include <string_view>

#include "text/unicode.h"

namespace lede::entities {
namespace {

bool begins_sentence(const Document& document, std::uint32_t token) {
    return std::ranges::binary_search(document.sentences, token, {}, &Sentence::first_token);
}

bool is_ordinal(std::string_view word) {
    return word.size() > 1 && word.size() < 6 && word.find_first_not_of("IVX") == word.npos;
}

bool is_dash(std::string_view word) { return word == "-" || word == "–" || word == "—"; }

bool is_all_capitals(std::string_view word) {
    return word.size() > 2 && std::ranges::none_of(word, unicode::is_ascii_lower);
}

// Where a dash with room around it parts the place in capitals, where a report was written, from
// what begins the report ("HARLOW - Otto Brandner"); 0: nowhere.
std::uint32_t dateline_dash(const Document& document, const TaggedName& name) {
    for (auto i = name.first + 1; i + 1 < name.last; ++i) {
        const Span dash = document.tokens[i].span;
        if (is_dash(dash.of(document.text())) && dash.begin > document.tokens[i - 1].span.end &&
            dash.end < document.tokens[i + 1].span.begin &&
            is_all_capitals(document.token_text(i - 1)) &&
            !is_all_capitals(document.token_text(i + 1)))
            return i;
    }
    return 0;
}

}  // namespace

bool is_particle(const Document& document, const PreparedDocument& prepared, std::uint32_t i) {
    const TokenView& token = prepared.tokens[i];
    const std::string_view word = document.token_text(i);
    return token.joins && token.letter && !token.capital && word != "of" && word != "for";
}

std::vector<TaggedName> part_datelines(const Document& document,
                                       const std::vector<TaggedName>& names) {
    std::vector<TaggedName> out;
    for (TaggedName name : names) {
        if (const std::uint32_t dash = dateline_dash(document, name)) {
            out.push_back({name.first, dash, CoarseType::kLocation, name.confidence});
            name.first = dash + 1;
        }
        out.push_back(name);
    }
    return out;
}

void add_ordinals(const Document& document, std::vector<TaggedName>& names) {
    for (std::size_t n = 0; n < names.size(); ++n) {
        TaggedName& name = names[n];
        const bool room = n + 1 == names.size() || names[n + 1].first > name.last;
        if (name.type == CoarseType::kPerson && room && name.last < document.tokens.size() &&
            is_ordinal(document.token_text(name.last)) && !begins_sentence(document, name.last))
            ++name.last;
    }
}

std::vector<TaggedName> join_particles(const Document& document, const PreparedDocument& prepared,
                                       const std::vector<TaggedName>& names) {
    constexpr std::uint32_t kMostParticles = 3;
    std::vector<TaggedName> out;
    for (const TaggedName& name : names) {
        const bool persons = !out.empty() && out.back().type == CoarseType::kPerson &&
                             name.type == CoarseType::kPerson &&
                             name.first <= out.back().last + kMostParticles &&
                             is_particle(document, prepared, out.back().last) &&
                             !begins_sentence(document, out.back().last);
        bool joined = persons && name.first > out.back().last;
        for (auto i = joined ? out.back().last : name.first; joined && i < name.first; ++i)
            joined = is_particle(document, prepared, i) || prepared.tokens[i].hyphen;
        joined = joined && !begins_sentence(document, name.first);
        if (!joined) {
            out.push_back(name);
            continue;
        }
        out.back().last = name.last;
        out.back().confidence = std::min(out.back().confidence, name.confidence);
    }
    return out;
}

}  // namespace lede::entities
