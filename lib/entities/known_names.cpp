#include "entities/known_names.h"

#include <algorithm>
#include <optional>

#include "text/unicode.h"

namespace lede::entities {
namespace {

constexpr float kTableConfidence = 1.0F;

std::uint32_t count_capitals(std::string_view text) {
    return static_cast<std::uint32_t>(std::ranges::count_if(text, unicode::is_ascii_upper));
}

std::optional<CoarseType> trusted_type(const Document& document, const GazetteerHit& hit,
                                       std::uint32_t words, bool caseless) {
    if (hit.senses > 1 || hit.kind == NameKind::kNamesake) return std::nullopt;
    const std::string_view text = document.text_of(hit.span);
    const bool written_out = text.size() > 3;
    switch (type_of(hit.kind)) {
        case EntityType::kNorp:
            if (written_out) return CoarseType::kMiscellaneous;
            break;
        case EntityType::kGpe:
            if (hit.kind == NameKind::kCountry && (written_out || !caseless))
                return CoarseType::kLocation;
            break;
        case EntityType::kEvent:
            if (words > 1) return CoarseType::kMiscellaneous;
            break;
        case EntityType::kOrg:
            if (!caseless && (words > 1 || count_capitals(text) == text.size()) && text.size() > 1)
                return CoarseType::kOrganisation;
            break;
        default:
            break;
    }
    return std::nullopt;
}

}  // namespace

std::vector<TaggedName> add_known_names(const Document& document, const PreparedDocument& prepared,
                                        const std::vector<TaggedName>& names) {
    std::vector<TaggedName> out;
    std::size_t next = 0;
    std::uint32_t i = 0;
    std::size_t sentence = 0;
    for (const GazetteerHit& hit : prepared.hits) {
        while (i < document.tokens.size() && document.tokens[i].span.begin < hit.span.begin) ++i;
        std::uint32_t end = i;
        while (end < document.tokens.size() && document.tokens[end].span.end <= hit.span.end) ++end;
        if (end == i || document.tokens[i].span.begin != hit.span.begin ||
            document.tokens[end - 1].span.end != hit.span.end)
            continue;
        while (sentence + 1 < document.sentences.size() &&
               document.sentences[sentence].last_token <= i)
            ++sentence;
        const auto type = trusted_type(document, hit, end - i, prepared.caseless[sentence]);
        if (!type) continue;
        while (next < names.size() && names[next].last <= i) out.push_back(names[next++]);
        if (!out.empty() && out.back().last > i) continue;
        // The tagger's names inside the known one give way; one that reaches beyond it stays.
        std::size_t after = next;
        while (after < names.size() && names[after].first >= i && names[after].last <= end) ++after;
        if (after < names.size() && names[after].first < end) continue;
        const bool same = after == next + 1 && names[next].first == i && names[next].last == end;
        const bool people = type_of(hit.kind) == EntityType::kNorp;
        // "White House", "Arab League" are no places, "Bank Indonesia" is nobody.
        const bool organisation = type == CoarseType::kOrganisation && end - i > 1;
        const bool place = same && names[next].type == CoarseType::kLocation;
        if (same && !organisation && !(people && place)) continue;
        next = after;
        out.push_back({i, end, *type, kTableConfidence});
    }
    out.insert(out.end(), names.begin() + static_cast<std::ptrdiff_t>(next), names.end());
    return out;
}

}  // namespace lede::entities
