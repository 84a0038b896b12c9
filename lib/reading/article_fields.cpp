#include "reading/article_fields.h"

#include "reading/json_text.h"
#include "reading/language.h"

namespace lede::reading {
namespace {

std::string joined(const std::vector<std::string>& parts) {
    std::string all;
    for (const std::string& part : parts)
        if (!part.empty()) all += (all.empty() ? "" : ", ") + part;
    return all;
}

// Stores a piece's string or number in an empty target; false where it cannot be.
bool store(std::string_view piece, std::string& target) {
    auto value = scalar_in(piece);
    if (!value || value->empty()) return false;
    target = std::move(*value);
    return true;
}

}  // namespace

// Which fields were used.
std::vector<bool> ArticleFields::take_parts(const JsonRecord& record,
                                            const FieldMap::Choice& choice, PublishedFrom from,
                                            Article& article) const {
    std::vector<bool> used(record.names.size(), false);
    const auto take = [&](FieldRole role, auto&& read) {
        const std::size_t at = field_of(choice, role);
        if (at != FieldMap::kNoField) used[at] = read(record.pieces[at]);
    };
    const auto take_string = [&](FieldRole role, std::string& target) {
        take(role, [&](std::string_view piece) { return target.empty() && store(piece, target); });
    };
    take_string(FieldRole::kTitle, article.title);
    take_string(FieldRole::kPublication, article.publication);
    take(FieldRole::kByline, [&](std::string_view piece) {
        if (!article.byline.empty()) return false;
        article.byline = joined(strings_in(piece));
        return !article.byline.empty();
    });
    take(FieldRole::kLanguage, [&](std::string_view piece) {
        const auto tag = string_in(piece);
        if (!tag || tag->empty() || !article.language.empty()) return false;
        article.language = primary_tag(*tag);
        return true;
    });
    take(FieldRole::kPublished, [&](std::string_view piece) {
        if (!article.published.empty()) return false;
        const auto given = scalar_in(piece);
        auto date = given ? dates_.read(*given) : std::nullopt;
        if (!date) return given && given->empty();
        article.published = std::move(*date);
        article.published_from = from;
        return true;
    });
    return used;
}

std::optional<Error> ArticleFields::take_all(const JsonRecord& record, Article& article) const {
    const FieldMap::Choice choice = fields_.choose(record.names);
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
    std::vector<bool> used = take_parts(record, choice, PublishedFrom::kField, article);
    used[text_at] = true;
    for (const auto& [role, target] :
         {std::pair(FieldRole::kId, &article.id), std::pair(FieldRole::kSource, &article.source)}) {
        const std::size_t at = field_of(choice, role);
        if (at != FieldMap::kNoField) used[at] = store(record.pieces[at], *target);
    }
    for (std::size_t i = 0; i < record.names.size(); ++i)
        if (!used[i]) article.meta.emplace_back(record.names[i], record.pieces[i]);
    return std::nullopt;
}

void ArticleFields::take_missing(const JsonRecord& record, PublishedFrom from,
                                 Article& article) const {
    const std::vector<bool> used = take_parts(record, fields_.choose(record.names), from, article);
    for (std::size_t i = 0; i < record.names.size(); ++i)
        if (!used[i]) article.meta.emplace_back(record.names[i], record.pieces[i]);
}

void OwnedRecord::add(std::string name, std::string_view value) {
    record.names.push_back(std::move(name));
    pieces.push_back(quote(value));
}

void OwnedRecord::finish() { record.pieces.assign(pieces.begin(), pieces.end()); }

}  // namespace lede::reading
