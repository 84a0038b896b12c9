#include "citations/citation_finder.h"

#include "citations/law_book.h"
#include "citations/linker.h"
#include "citations/scanner.h"

namespace lede::citations {

CitationFinder::CitationFinder(const Lexicon& lexicon, const CitationOptions&)
    : book_(std::make_unique<LawBook>(lexicon)) {}

CitationFinder::~CitationFinder() = default;
CitationFinder::CitationFinder(CitationFinder&&) noexcept = default;
CitationFinder& CitationFinder::operator=(CitationFinder&&) noexcept = default;

std::vector<Citation> CitationFinder::find(const Document& document) const {
    const Article& article = document.article;
    const Scanner scanner(*book_, article.text, congress_of(article.published));
    Atoms atoms;
    if (article.blocks.empty()) scanner.scan(make_span(0, article.text.size()), atoms);
    for (const Block& block : article.blocks)
        if (block.kind != BlockKind::kBoilerplate) scanner.scan(block.span, atoms);
    return link({*book_, article.text, ""}, atoms);
}

}  // namespace lede::citations
