#include "entities/entity_finder.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "entities/document_pass.h"
#include "entities/known_names.h"
#include "entities/name_confidence.h"
#include "entities/name_grouping.h"
#include "entities/name_tagger.h"
#include "entities/person_traits.h"
#include "text/unicode.h"

namespace lede::entities {
namespace {

// Nats that "no name" loses: recall is the weak side of taggers on new kinds of text.
constexpr float kOutsideBias = -0.2F;

// Citations that are names of laws, as opposed to numbers: "Dayton Peace Accords", "42 U.S.C.
// 1983".
bool is_named_law(const Citation& citation) {
    switch (citation.kind) {
        case CitationKind::kAct:
        case CitationKind::kTreaty:
        case CitationKind::kUkAct:
        case CitationKind::kEuAct:
        case CitationKind::kEuTreaty:
        case CitationKind::kConst:
            return true;
        default:
            return false;
    }
}

// "The Dayton Peace Accords" -> "Dayton Peace Accords"
Span without_article(std::string_view text, Span span) {
    for (const std::string_view article : {"the ", "The "})
        if (span.of(text).starts_with(article))
            span.begin += static_cast<std::uint32_t>(article.size());
    return span;
}

std::vector<Mention> named_laws(const Document& document) {
    std::vector<Mention> laws;
    for (std::uint32_t i = 0; i < document.citations.size(); ++i) {
        const Citation& citation = document.citations[i];
        if (!is_named_law(citation)) continue;
        laws.push_back({.place = {without_article(document.text(), citation.place.span)},
                        .type = EntityType::kLaw,
                        .citation = i});
    }
    return laws;
}

// "Resource Conservation and Recovery Act" -> "RCRA"
std::string capitals_of(std::string_view name) {
    std::string capitals;
    std::ranges::copy_if(name, std::back_inserter(capitals), unicode::is_ascii_upper);
    return capitals;
}

// "Resource Conservation and Recovery Act (RCRA)": what the brackets abbreviate is the law, there
// and later on.
void name_law_acronyms(const Document& document, std::vector<Mention>& mentions) {
    std::unordered_map<std::string_view, std::uint32_t> citations;
    for (std::size_t i = 0; i < mentions.size(); ++i) {
        Mention& mention = mentions[i];
        if (mention.type == EntityType::kLaw) continue;
        const std::string_view text = document.text_of(mention.place.span);
        if (i > 0 && mentions[i - 1].citation != kNone) {
            const Span law = mentions[i - 1].place.span;
            if (document.text_of(make_span(law.end, mention.place.span.begin)) == " (" &&
                document.text().substr(mention.place.span.end).starts_with(")") &&
                text == capitals_of(document.text_of(law)))
                citations.emplace(text, mentions[i - 1].citation);
        }
        if (citations.empty()) continue;
        const auto known = citations.find(text);
        if (known == citations.end()) continue;
        mention.type = EntityType::kLaw;
        mention.citation = known->second;
    }
}

// "May 5" is a date, "Theresa May" is not: a name gives way to a date that covers it.
bool is_inside_date(const Document& document, Span span) {
    const auto next = std::ranges::upper_bound(document.dates, span.begin, {},
                                               [](const Timex& t) { return t.place.span.begin; });
    return next != document.dates.begin() && std::prev(next)->place.span.contains(span);
}

// Both in text order; of two that overlap, the one from `strong` stays.
std::vector<Mention> merge(std::vector<Mention> strong, std::vector<Mention> weak) {
    std::vector<Mention> merged;
    std::size_t s = 0;
    for (Mention& mention : weak) {
        while (s < strong.size() && strong[s].place.span.end <= mention.place.span.begin)
            merged.push_back(std::move(strong[s++]));
        if (s < strong.size() && strong[s].place.span.overlaps(mention.place.span)) continue;
        merged.push_back(std::move(mention));
    }
    while (s < strong.size()) merged.push_back(std::move(strong[s++]));
    return merged;
}

// "S. 1287" is the number of a bill, nobody's name; places and courts may be named in citations.
bool is_cited_number(const Document& document, Span span, CoarseType type) {
    const auto next = std::ranges::upper_bound(
        document.citations, span.begin, {}, [](const Citation& c) { return c.place.span.begin; });
    if (next == document.citations.begin() || !std::prev(next)->place.span.contains(span))
        return false;
    return type == CoarseType::kMiscellaneous || std::prev(next)->kind == CitationKind::kBill;
}

}  // namespace

EntityFinder::EntityFinder(const Lexicon& lexicon, const EntityOptions& options)
    : gazetteer_(lexicon),
      preparation_(lexicon, gazetteer_),
      extents_(lexicon),
      types_(lexicon, gazetteer_),
      links_(lexicon, gazetteer_),
      person_words_(lexicon),
      small_words_(lexicon),
      aliases_(lexicon.table("entities/aliases")),
      amounts_(lexicon),
      user_names_(options.names, options.names_source),
      min_confidence_(options.min_confidence),
      model_(lexicon.file("entities/ner.model")),
      memory_(std::make_unique<learning::WorkspacePool<NameMemory>>(
          [this] { return std::make_unique<NameMemory>(model_, kOutsideBias); })) {}

// "Emmanuel Okoro of Meridia": a full name ends before where its bearer is from, unless a table has
// the whole of it. A single word before "of" is part of a name ("Joan of Arc").
void EntityFinder::cut_origin(const Document& document, TaggedName& name) const {
    if (name.type != CoarseType::kPerson) return;
    for (auto i = name.first + 2; i + 1 < name.last; ++i) {
        if (document.token_text(i) != "of") continue;
        const Span span =
            cover(document.tokens[name.first].span, document.tokens[name.last - 1].span);
        if (!gazetteer_.lookup(document.text_of(span))) name.last = i;
        return;
    }
}

std::vector<Mention> EntityFinder::find_names(const Document& document) const {
    const auto memory = memory_->borrow();
    const PreparedDocument& prepared = memory->prepared;
    preparation_.prepare(document, memory->preparation, memory->prepared);
    std::vector<TaggedName> names = tag_names(document, model_, *memory);
    names = add_known_names(document, prepared, names);
    names = extents_.mend(document, prepared, names);
    names = make_consistent(document, prepared, std::move(names));
    for (TaggedName& name : names) cut_origin(document, name);
    std::vector<Mention> mentions;
    for (const TaggedName& name : names) {
        const Span span =
            cover(document.tokens[name.first].span, document.tokens[name.last - 1].span);
        const float confidence = calibrated(name.confidence);
        if (confidence < min_confidence_ || is_inside_date(document, span)) continue;
        if (is_cited_number(document, span, name.type)) continue;
        const EntityType type = types_.type_of(document, name);
        if (type == EntityType::kLaw) continue;  // laws are what the citations name
        Mention& mention = mentions.emplace_back();
        mention.place.span = span;
        mention.place.confidence = confidence;
        mention.type = type;
    }
    return mentions;
}

std::vector<Mention> EntityFinder::listed_mentions(
    const std::vector<UserNames::Found>& listed) const {
    std::vector<Mention> mentions;
    mentions.reserve(listed.size());
    for (const UserNames::Found& found : listed)
        mentions.push_back({.place = {found.span}, .type = user_names_.name(found.row).type});
    return mentions;
}

Entities EntityFinder::find(const Document& document) const {
    Entities result;
    const std::vector<UserNames::Found> listed = user_names_.find(document);
    std::vector<Mention> certain = merge(named_laws(document), amounts_.find(document));
    certain = merge(listed_mentions(listed), std::move(certain));
    result.mentions = merge(std::move(certain), find_names(document));
    name_law_acronyms(document, result.mentions);
    result.entities =
        group_names(document, gazetteer_, person_words_, small_words_, aliases_, result.mentions);
    user_names_.apply(listed, result.mentions, result.entities);
    links_.link(result.entities);
    set_traits(document, person_words_, result.mentions, result.entities);
    return result;
}

}  // namespace lede::entities
