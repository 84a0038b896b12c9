#include "reading/json_article.h"

#include "reading/language.h"
#include "reading/lede_record.h"
#include "text/utf8.h"

namespace lede::reading {
namespace {

std::string joined(const std::vector<std::string>& parts) {
    std::string all;
    for (const std::string& part : parts)
        if (!part.empty()) all += (all.empty() ? "" : ", ") + part;
    return all;
}

}  // namespace

std::optional<Error> JsonArticleReader::read(const std::string& bytes, Article& article) const {
    std::string repaired = utf8::repair(bytes);
    if (repaired.starts_with("\xEF\xBB\xBF")) repaired.erase(0, 3);
    const Result<JsonRecord> record = parse_json_record(repaired);
    if (!record) return record.error();
    if (is_lede_record(record.value())) return read_lede_record(record.value(), article);
    return read_foreign(record.value(), article);
}

std::optional<Error> JsonArticleReader::read_foreign(const JsonRecord& record,
                                                     Article& article) const {
    const FieldMap::Choice choice = fields_.choose(record.names);
    std::vector<bool> used(record.names.size(), false);
    // Stores a role's value if there is one that can be read; the field stays in `meta` otherwise.
    const auto take = [&](FieldRole role, auto&& store) {
        const std::size_t at = field_of(choice, role);
        if (at != FieldMap::kNoField) used[at] = store(record.pieces[at]);
    };
    const auto store_in = [](std::string& target) {
        return [&target](std::string_view piece) {
            auto value = scalar_in(piece);
            if (!value || value->empty()) return false;
            target = std::move(*value);
            return true;
        };
    };
    const std::size_t text_at = field_of(choice, FieldRole::kText);
    if (text_at == FieldMap::kNoField)
        return Error{{},
                     0,
                     0,
                     "has no text field (" + fields_.names_of(FieldRole::kText) +
                         "); --map text=KEY names it"};
    auto text = string_in(record.pieces[text_at]);
    if (!text) return Error{{}, 0, 0, '"' + record.names[text_at] + "\" is not a string"};
    article.text = std::move(*text);
    used[text_at] = true;
    take(FieldRole::kId, store_in(article.id));
    take(FieldRole::kTitle, store_in(article.title));
    take(FieldRole::kSource, store_in(article.source));
    take(FieldRole::kPublication, store_in(article.publication));
    take(FieldRole::kByline, [&](std::string_view piece) {
        article.byline = joined(strings_in(piece));
        return !article.byline.empty();
    });
    take(FieldRole::kLanguage, [&](std::string_view piece) {
        auto tag = string_in(piece);
        if (!tag || tag->empty()) return false;
        article.language = primary_tag(*tag);
        return true;
    });
    take(FieldRole::kPublished, [&](std::string_view piece) {
        const auto given = scalar_in(piece);
        auto date = given ? dates_.read(*given) : std::nullopt;
        if (!date) return given && given->empty();
        article.published = std::move(*date);
        article.published_from = PublishedFrom::kField;
        return true;
    });
    for (std::size_t i = 0; i < record.names.size(); ++i)
        if (!used[i]) article.meta.emplace_back(record.names[i], record.pieces[i]);
    return std::nullopt;
}

}  // namespace lede::reading
