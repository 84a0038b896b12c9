#include <lede/lede.h>

#include <iostream>

int main() {
    const lede::Analyzer analyzer;
    auto article = lede::read_text(
        "The treaty was signed in Vienna.\n\nKim Jong Un met her on Feb. 27, 2019.", "a");
    if (!article) return 1;
    const lede::Document document = analyzer.annotate(std::move(article.value()));
    std::cout << document.sentences.size() << '\n' << lede::to_json(document) << '\n';
}
