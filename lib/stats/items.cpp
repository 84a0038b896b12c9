#include "stats/items.h"

#include <fmt/format.h>

#include <algorithm>

#include "relations/identity.h"
#include "stats/item_reader.h"

namespace lede::stats {
namespace {

using std::chrono::year_month_day;

// Calls `use` with the span of each surface token from the first token at or after `begin`.
template <typename Use>
void for_each_surface_token(const Document& document, std::size_t first, Use use) {
    const auto& tokens = document.tokens;
    for (std::size_t i = first; i < tokens.size();) {
        Span surface = tokens[i].span;
        for (++i; i < tokens.size() && tokens[i].joined; ++i) surface.end = tokens[i].span.end;
        if (is_word(document.text_of(surface)) && !use(surface)) return;
    }
}

std::vector<Item> entities_of(const Document& document) {
    std::vector<Item> items;
    const std::vector<std::string> keys = relations::identity_keys(document);
    for (const Mention& mention : document.mentions)
        if (mention.entity != kNone)  // MONEY, PERCENT: amounts, not names
            items.push_back({keys[mention.entity]});
    return items;
}

std::vector<Item> quotes_of(const Document& document, const SpeakerGroups* groups) {
    std::vector<Item> items;
    for (const Quote& quote : document.quotes) {
        std::string_view speaker = speaker_key(document, quote);
        if (groups) speaker = groups->group_of(speaker);
        items.push_back({std::string(speaker), count_words(document, quote.place.span)});
    }
    return items;
}

std::vector<Item> citations_of(const Document& document, const ItemOptions& options) {
    std::vector<Item> items;
    for (const Citation& citation : document.citations)
        items.push_back({std::string(citation_key(document, citation, options))});
    return items;
}

std::string period_of(year_month_day day, Period period) {
    const int y = static_cast<int>(day.year());
    if (period == Period::kYear) return fmt::format("{:04}", y);
    const auto m = static_cast<unsigned>(day.month());
    if (period == Period::kMonth) return fmt::format("{:04}-{:02}", y, m);
    return fmt::format("{:04}-{:02}-{:02}", y, m, static_cast<unsigned>(day.day()));
}

std::vector<Item> timeline_of(const Document& document, const ItemOptions& options) {
    std::vector<Item> items;
    if (options.published) {
        const std::size_t size = options.period == Period::kYear    ? 4
                                 : options.period == Period::kMonth ? 7
                                                                    : 10;
        const std::string& published = document.article.published;
        if (published.size() >= size) items.push_back({published.substr(0, size)});
        return items;
    }
    for (const Timex& timex : document.dates) {
        if (!timex.from || !timex.to) continue;
        std::string first = period_of(*timex.from, options.period);
        if (first == period_of(*timex.to, options.period)) items.push_back({std::move(first)});
    }
    return items;
}

std::vector<Item> summary_of(const Document& document) {
    std::vector<Item> items;
    const auto add = [&](std::string_view what, std::size_t count) {
        items.insert(items.end(), count, {std::string(what)});
    };
    add("sentences", document.sentences.size());
    add("mentions", document.mentions.size());
    add("entities", document.entities.size());
    add("dates", document.dates.size());
    add("quotes", document.quotes.size());
    add("citations", document.citations.size());
    return items;
}

}  // namespace

std::vector<std::string_view> cell_names(Subject subject, const ItemOptions& options) {
    switch (subject) {
        case Subject::kSummary:
            return {"what"};
        case Subject::kEntities:
            return {"name", "type", "link"};
        case Subject::kQuotes:
            return {options.groups ? "group" : "speaker"};
        case Subject::kCitations:
            return {options.by_provision ? "provision" : "work", "title"};
        case Subject::kTimeline:
            return {"period"};
    }
    return {};
}

Layers layers_of(Subject subject, const ItemOptions& options) {
    switch (subject) {
        case Subject::kSummary:
            return {Layer::kTokens, Layer::kSentences, Layer::kEntities,
                    Layer::kDates,  Layer::kCitations, Layer::kQuotes};
        case Subject::kEntities:
            return {Layer::kTokens, Layer::kEntities};
        case Subject::kQuotes:
            return {Layer::kTokens, Layer::kQuotes, Layer::kEntities};
        case Subject::kCitations:
            return {Layer::kTokens, Layer::kCitations};
        case Subject::kTimeline:
            if (options.published) return {Layer::kTokens};
            return {Layer::kTokens, Layer::kDates};
    }
    return {};
}

std::string_view speaker_key(const Document& document, const Quote& quote) {
    constexpr std::string_view kUnknown = "(unknown)";
    if (!quote.speaker) return kUnknown;
    const Speaker& speaker = *quote.speaker;
    const bool unresolved = speaker.kind == SpeakerKind::kPronoun && speaker.entity == kNone &&
                            speaker.name == document.text_of(speaker.span);
    return unresolved ? kUnknown : speaker.name;
}

std::string_view citation_key(const Document& document, const Citation& citation,
                              const ItemOptions& options) {
    const bool whole = options.by_provision || citation.work.empty();
    const std::string& id = whole ? citation.id : citation.work;
    if (!id.empty()) return id;
    return citation.title.empty() ? document.text_of(citation.place.span)
                                  : std::string_view(citation.title);
}

std::uint64_t count_words(const Document& document, Span span) {
    const auto first = std::lower_bound(
        document.tokens.begin(), document.tokens.end(), span.begin,
        [](const Token& token, std::uint32_t begin) { return token.span.begin < begin; });
    std::uint64_t words = 0;
    for_each_surface_token(document, static_cast<std::size_t>(first - document.tokens.begin()),
                           [&](Span word) {
                               if (word.begin >= span.end) return false;
                               ++words;
                               return true;
                           });
    return words;
}

std::vector<Item> collect(Subject subject, const Document& document, const ItemOptions& options) {
    switch (subject) {
        case Subject::kSummary:
            return summary_of(document);
        case Subject::kEntities:
            return entities_of(document);
        case Subject::kQuotes:
            return quotes_of(document, options.groups.get());
        case Subject::kCitations:
            return citations_of(document, options);
        case Subject::kTimeline:
            return timeline_of(document, options);
    }
    return {};
}

}  // namespace lede::stats
