#include "stats/units.h"

namespace lede::stats {

Layers layers_of(Within within) {
    if (within == Within::kSentence) return {Layer::kSentences};
    if (within == Within::kQuote) return {Layer::kQuotes};
    return {};
}

std::vector<Span> unit_spans(const Document& document, Within within) {
    std::vector<Span> units;
    switch (within) {
        case Within::kArticle:
            units.push_back(make_span(0, document.text().size()));
            break;
        case Within::kParagraph:
            for (const Block& block : document.article.blocks)
                if (block.kind != BlockKind::kBoilerplate) units.push_back(block.span);
            break;
        case Within::kSentence:
            for (const Sentence& sentence : document.sentences) units.push_back(sentence.span);
            break;
        case Within::kQuote:
            for (const Quote& quote : document.quotes) units.push_back(quote.place.span);
            break;
    }
    return units;
}

std::vector<std::uint32_t> units_of(const std::vector<std::uint32_t>& begins,
                                    const std::vector<Span>& units) {
    std::vector<std::uint32_t> numbers;
    numbers.reserve(begins.size());
    std::size_t unit = 0;
    for (const std::uint32_t begin : begins) {
        while (unit < units.size() && units[unit].end <= begin) ++unit;
        const bool inside = unit < units.size() && units[unit].begin <= begin;
        numbers.push_back(inside ? static_cast<std::uint32_t>(unit) : kNone);
    }
    return numbers;
}

}  // namespace lede::stats
