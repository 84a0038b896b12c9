#include "writing/summary.h"

#include <algorithm>
#include <set>
#include <utility>

#include "text/utf8.h"
#include "writing/row_writer.h"

namespace lede::writing {
namespace {

constexpr std::size_t kMostShownBytes = 240;  // of one quotation

std::string collapsed(std::string_view text) {
    std::string out;
    append_collapsed(out, text);
    return out;
}

std::string shortened(std::string text) {
    if (text.size() <= kMostShownBytes) return text;
    std::size_t end = kMostShownBytes;
    while (end > 0 && utf8::is_continuation(text[end])) --end;
    return text.substr(0, end) + "…";
}

std::string_view heading_of(EntityType type) {
    switch (type) {
        case EntityType::kPerson:
            return "People";
        case EntityType::kOrg:
            return "Organisations";
        case EntityType::kGpe:
        case EntityType::kLoc:
        case EntityType::kFac:
            return "Places";
        case EntityType::kNorp:
            return "Groups";
        case EntityType::kMoney:
        case EntityType::kPercent:
            return "Amounts";
        default:
            return "Other names";
    }
}

std::vector<SummaryPart> name_parts(const Document& document) {
    std::vector<std::size_t> mentions(document.entities.size(), 0);
    for (const Mention& mention : document.mentions)
        if (mention.entity != kNone) ++mentions[mention.entity];
    std::vector<SummaryPart> parts = {{"People", {}}, {"Organisations", {}}, {"Places", {}},
                                      {"Groups", {}}, {"Other names", {}},   {"Amounts", {}}};
    for (std::size_t i = 0; i < document.entities.size(); ++i) {
        const Entity& entity = document.entities[i];
        if (mentions[i] == 0 || entity.type == EntityType::kLaw) continue;
        std::string item = collapsed(entity.name);
        if (mentions[i] > 1) item += " (" + std::to_string(mentions[i]) + ')';
        const std::string_view heading = heading_of(entity.type);
        std::find_if(parts.begin(), parts.end(), [&](const SummaryPart& part) {
            return part.heading == heading;
        })->items.push_back(std::move(item));
    }
    return parts;
}

SummaryPart date_part(const Document& document) {
    SummaryPart part{"Dates", {}};
    std::set<std::string> seen;
    for (const Timex& timex : document.dates) {
        const std::string text = collapsed(document.text_of(timex.place.span));
        std::string item = text == timex.value ? text : text + " = " + timex.value;
        if (seen.insert(item).second) part.items.push_back(std::move(item));
    }
    return part;
}

SummaryPart quote_part(const Document& document) {
    SummaryPart part{"Who said what", {}};
    for (const Quote& quote : document.quotes) {
        const std::string said = shortened(collapsed(document.text_of(quote.place.span)));
        const std::string speaker = quote.speaker ? collapsed(quote.speaker->name) : "?";
        const bool direct = quote.kind == QuoteKind::kDirect;
        part.items.push_back(speaker + ": " + (direct ? "“" + said + "”" : said));
    }
    return part;
}

SummaryPart law_part(const Document& document) {
    SummaryPart part{"Laws", {}};
    std::set<std::string> seen;
    for (const Citation& citation : document.citations) {
        std::string item = collapsed(document.text_of(citation.place.span));
        if (!citation.id.empty()) item += " = " + citation.id;
        if (seen.insert(item).second) part.items.push_back(std::move(item));
    }
    return part;
}

}  // namespace

std::vector<SummaryPart> summary_of(const Document& document) {
    std::vector<SummaryPart> parts = name_parts(document);
    parts.push_back(date_part(document));
    parts.push_back(quote_part(document));
    parts.push_back(law_part(document));
    std::erase_if(parts, [](const SummaryPart& part) { return part.items.empty(); });
    return parts;
}

}  // namespace lede::writing
