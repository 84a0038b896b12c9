#include "citations/citation_finder.h"

#include "citations/law_book.h"
#include "citations/linker.h"
#include "citations/pattern_finder.h"
#include "citations/scanner.h"
#include "text/unicode.h"

namespace lede::citations {
namespace {

// The title of the U.S. Code that an article is a part of: files of the Code are called usc16.xml,
// and only that tells what "this title" means. "" for any other article.
std::string code_title_of(const Article& article) {
    for (const std::string_view name :
         {std::string_view(article.id), std::string_view(article.source)}) {
        for (std::size_t at = name.find("usc"); at != std::string_view::npos;
             at = name.find("usc", at + 1)) {
            std::size_t end = at + 3;
            while (end < name.size() && unicode::is_ascii_digit(name[end])) ++end;
            const std::string number(name.substr(at + 3, end - at - 3));
            if (!number.empty() && number.size() <= 2)
                return "/us/usc/t" + std::to_string(std::stoul(number));
        }
    }
    return "";
}

}  // namespace

CitationFinder::CitationFinder(const Lexicon& lexicon, const CitationOptions& options)
    : id_style_(options.id_style) {
    std::vector<UserLaw> laws;
    for (const std::string& path : options.law_files) {
        std::vector<UserLaw> more = read_user_laws(path);
        laws.insert(laws.end(), more.begin(), more.end());
    }
    patterns_ = std::make_unique<PatternFinder>(laws);
    book_ = std::make_unique<LawBook>(lexicon, std::move(laws));
}

CitationFinder::~CitationFinder() = default;
CitationFinder::CitationFinder(CitationFinder&&) noexcept = default;
CitationFinder& CitationFinder::operator=(CitationFinder&&) noexcept = default;

std::vector<Citation> CitationFinder::find(const Document& document) const {
    const Article& article = document.article;
    const Scanner scanner(*book_, article.text, congress_of(article.published));
    Atoms atoms;
    Definitions definitions;
    if (article.blocks.empty()) scanner.scan(make_span(0, article.text.size()), atoms, definitions);
    for (const Block& block : article.blocks)
        if (block.kind != BlockKind::kBoilerplate) scanner.scan(block.span, atoms, definitions);
    const std::string here = code_title_of(article);
    std::vector<Citation> citations = link({*book_, article.text, here}, atoms);
    if (!patterns_->empty()) patterns_->add(article.text, citations);
    for (Citation& citation : citations) restyle(citation, id_style_);
    return citations;
}

}  // namespace lede::citations
