#include "search/field.h"

#include <algorithm>

#include "text/unicode.h"

namespace lede::search {

Field field_of(std::string_view name) {
    const auto type = std::find(kEntityTypeNames.begin(), kEntityTypeNames.end(), name);
    if (type != kEntityTypeNames.end())
        return {FieldKind::kEntity, static_cast<EntityType>(type - kEntityTypeNames.begin())};
    if (name == "entity") return {FieldKind::kEntity, std::nullopt};
    if (name == "speaker") return {FieldKind::kSpeaker, std::nullopt};
    if (name == "quote") return {FieldKind::kQuote, std::nullopt};
    if (name == "date") return {FieldKind::kDate, std::nullopt};
    if (name == "citation") return {FieldKind::kCitation, std::nullopt};
    if (name == "published") return {FieldKind::kPublished, std::nullopt};
    return {FieldKind::kArticle, std::nullopt};
}

bool is_field_name(std::string_view name) {
    if (name.empty() || !unicode::is_ascii_letter(name.front())) return false;
    return std::all_of(name.begin(), name.end(), [](char c) {
        return unicode::is_ascii_letter(c) || unicode::is_ascii_digit(c) || c == '_' || c == '.' ||
               c == '-';
    });
}

Layers layers_of(FieldKind kind) {
    switch (kind) {
        case FieldKind::kEntity:
            return {Layer::kEntities};
        case FieldKind::kSpeaker:
        case FieldKind::kQuote:
            return {Layer::kQuotes, Layer::kEntities};
        case FieldKind::kDate:
            return {Layer::kDates};
        case FieldKind::kCitation:
            return {Layer::kCitations};
        case FieldKind::kPublished:
        case FieldKind::kArticle:
            return {};
    }
    return {};
}

}  // namespace lede::search
