#include "search/field_match.h"

#include <re2/re2.h>

#include <algorithm>

#include "lexicon/phrase_words.h"

namespace lede::search {
namespace {

// The value of a field of the record, as text to match against; nothing if there is none.
std::optional<std::string_view> article_field(const Article& article, std::string_view name) {
    if (name == "id") return article.id;
    if (name == "source") return article.source;
    if (name == "title") return article.title;
    if (name == "byline") return article.byline;
    if (name == "publication") return article.publication;
    if (name == "language") return article.language;
    if (name.starts_with("meta.")) name.remove_prefix(5);
    for (const auto& [key, json] : article.meta)
        if (key == name) return json;  // quotes and brackets are no words: they do not disturb
    return std::nullopt;
}

}  // namespace

FieldMatch::FieldMatch(const Node& node, std::optional<QueryError>& error)
    : field_(field_of(node.field)), name_(node.field), value_(node.text) {
    if (node.is_regex) {
        re2::RE2::Options options;
        options.set_log_errors(false);
        regex_ = std::make_unique<re2::RE2>(value_, options);
        if (!regex_->ok()) error = QueryError{node.position, "bad regex: " + regex_->error()};
        return;
    }
    words_ = lexicon::folded_phrase_words(value_);
    if (field_.kind == FieldKind::kDate || field_.kind == FieldKind::kPublished)
        range_ = parse_date_range(value_);
}

FieldMatch::~FieldMatch() = default;
FieldMatch::FieldMatch(FieldMatch&&) noexcept = default;

bool FieldMatch::is_of_article() const {
    return field_.kind == FieldKind::kArticle || field_.kind == FieldKind::kPublished;
}

bool FieldMatch::matches_name(std::string_view name) const {
    if (value_.empty()) return true;
    if (regex_) return re2::RE2::PartialMatch(re2::StringPiece(name.data(), name.size()), *regex_);
    const std::vector<std::string> words = lexicon::folded_phrase_words(name);
    return std::search(words.begin(), words.end(), words_.begin(), words_.end()) != words.end();
}

bool FieldMatch::matches_identifier(std::string_view id) const {
    return id.starts_with(value_) &&
           (id.size() == value_.size() || id[value_.size()] == '/' || value_.ends_with("/"));
}

bool FieldMatch::matches_mention(const Document& document, const Mention& mention) const {
    if (field_.type && mention.type != *field_.type) return false;
    if (matches_name(document.text_of(mention.place.span))) return true;
    if (mention.entity == kNone) return false;
    const Entity& entity = document.entities[mention.entity];
    return matches_name(entity.name) || (!value_.empty() && entity.link == value_);
}

bool FieldMatch::matches_quote(const Document& document, const Quote& quote) const {
    if (field_.kind == FieldKind::kQuote) return value_.empty() || name_of(quote.kind) == value_;
    if (!quote.speaker) return false;
    const Speaker& speaker = *quote.speaker;
    if (matches_name(speaker.name) || matches_name(document.text_of(speaker.span))) return true;
    return speaker.entity != kNone && matches_name(document.entities[speaker.entity].name);
}

bool FieldMatch::matches_citation(const Document& document, const Citation& citation) const {
    if (value_.empty()) return true;
    if (!regex_ && value_.starts_with("/"))
        return matches_identifier(citation.id) || matches_identifier(citation.work);
    return matches_name(document.text_of(citation.place.span)) || matches_name(citation.title) ||
           (regex_ && matches_name(citation.id));
}

bool FieldMatch::matches_article(const Article& article) const {
    if (field_.kind == FieldKind::kPublished) {
        const auto day = parse_day(article.published);
        return day && (!range_ || inside(*range_, day, day));
    }
    const auto value = article_field(article, name_);
    return value && !value->empty() && matches_name(*value);
}

std::vector<Span> FieldMatch::spans(const Document& document) const {
    std::vector<Span> found;
    const auto collect = [&](const auto& layer, const auto& fits) {
        for (const auto& annotation : layer)
            if (fits(annotation)) found.push_back(annotation.place.span);
    };
    switch (field_.kind) {
        case FieldKind::kEntity:
            collect(document.mentions,
                    [&](const Mention& m) { return matches_mention(document, m); });
            break;
        case FieldKind::kSpeaker:
        case FieldKind::kQuote:
            collect(document.quotes, [&](const Quote& q) { return matches_quote(document, q); });
            break;
        case FieldKind::kDate:
            collect(document.dates, [&](const Timex& timex) {
                return range_ ? inside(*range_, timex.from, timex.to) : matches_name(timex.value);
            });
            break;
        case FieldKind::kCitation:
            collect(document.citations,
                    [&](const Citation& c) { return matches_citation(document, c); });
            break;
        case FieldKind::kPublished:
        case FieldKind::kArticle:
            break;
    }
    return found;
}

}  // namespace lede::search
