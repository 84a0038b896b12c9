#include "stats/grouping.h"

#include <simdjson.h>

#include <algorithm>

#include "stats/tally.h"

namespace lede::stats {
namespace {

// A JSON value as a cell: strings without their quotes, everything else as written.
std::string cell_of(const std::string& json) {
    simdjson::dom::parser parser;
    std::string_view text;
    if (parser.parse(json).get_string().get(text) == simdjson::SUCCESS) return std::string(text);
    return json;
}

std::string value_of(const Article& article, std::string_view name) {
    if (name == "id") return article.id;
    if (name == "source") return article.source;
    if (name == "title") return article.title;
    if (name == "byline") return article.byline;
    if (name == "publication") return article.publication;
    if (name == "published") return article.published;
    if (name == "language") return article.language;
    if (name.starts_with("meta.")) name.remove_prefix(5);
    for (const auto& [key, json] : article.meta)
        if (key == name) return cell_of(json);
    return "";
}

}  // namespace

std::optional<Grouping> Grouping::parse(std::string_view text) {
    Grouping grouping;
    while (!text.empty()) {
        const std::size_t comma = std::min(text.find(','), text.size());
        const std::string_view part = text.substr(0, comma);
        text.remove_prefix(std::min(comma + 1, text.size()));
        const std::size_t colon = part.find(':');
        Field field{std::string(part.substr(0, colon))};
        if (field.name.empty()) return std::nullopt;
        if (colon != std::string_view::npos) {
            const std::string_view unit = part.substr(colon + 1);
            field.date_size = unit == "year" ? 4 : unit == "month" ? 7 : unit == "day" ? 10 : 0;
            if (field.date_size == 0) return std::nullopt;
        }
        grouping.names_.emplace_back(part);
        grouping.fields_.push_back(std::move(field));
    }
    if (grouping.empty()) return std::nullopt;
    return grouping;
}

bool Grouping::has_field(std::string_view name) const {
    return std::ranges::any_of(fields_, [&](const Field& field) { return field.name == name; });
}

std::set<std::string> Grouping::fields() const {
    std::set<std::string> names;
    for (const Field& field : fields_) names.insert(field.name);
    return names;
}

bool Grouping::has_value(const Article& article, std::string_view field) {
    return !value_of(article, field).empty();
}

std::string Grouping::group_of(const Article& article) const {
    std::string key;
    for (std::size_t i = 0; i < fields_.size(); ++i) {
        if (i > 0) key += kCellSeparator;
        std::string value = value_of(article, fields_[i].name);
        if (fields_[i].date_size > 0 && value.size() > fields_[i].date_size)
            value.resize(fields_[i].date_size);
        key += value;
    }
    return key;
}

}  // namespace lede::stats
