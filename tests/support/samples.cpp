#include "support/samples.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <random>
#include <stdexcept>
#include <utility>

#include "reading/article_parser.h"
#include "reading/article_source.h"
#include "text/utf8.h"

namespace lede::test {

std::vector<std::string> sample_paths() {
    std::vector<std::string> paths;
    for (const auto& entry : std::filesystem::directory_iterator(LEDE_SAMPLES_DIR))
        if (entry.path().extension() != ".md") paths.push_back(entry.path().string());
    std::sort(paths.begin(), paths.end());
    return paths;
}

std::vector<Article> sample_articles() {
    reading::ArticleSource source(sample_paths(), {});
    const reading::ArticleParser parser({.published = "2019-02-20"});
    std::vector<Article> articles;
    while (const auto record = source.next()) {
        if (!*record) throw std::runtime_error(record->error().what);
        Result<Article> article = parser.parse(record->value());
        if (!article) throw std::runtime_error(article.error().what);
        articles.push_back(std::move(article.value()));
    }
    return articles;
}

Article article_of(const std::string& text) {
    Article article;
    article.id = "test";
    article.text = utf8::repair(text);
    if (!article.text.empty()) article.blocks.push_back({make_span(0, article.text.size())});
    return article;
}

std::string jumble(std::uint32_t seed, std::size_t size) {
    constexpr std::array<std::string_view, 44> kPieces = {"Kim Jong Un",
                                                          "Trump",
                                                          "the U.S. ",
                                                          " said ",
                                                          "“",
                                                          "”",
                                                          "\"",
                                                          "'",
                                                          "’s",
                                                          "Feb. 27",
                                                          " 2019",
                                                          "22 U.S.C.",
                                                          " § ",
                                                          "9214(a)",
                                                          ", ",
                                                          ". ",
                                                          "\n",
                                                          "\n\n",
                                                          " ",
                                                          "...",
                                                          "—",
                                                          "no",
                                                          "No. ",
                                                          "$1.2 million",
                                                          "Act of 2016",
                                                          "Monday",
                                                          "\xFF",
                                                          "\xE2\x80",
                                                          "\0x",
                                                          "é",
                                                          "😀",
                                                          "(",
                                                          ")",
                                                          "[",
                                                          "-",
                                                          "didn't",
                                                          "<b>",
                                                          "&amp;",
                                                          "\t",
                                                          "‘",
                                                          "Sen. ",
                                                          "H.R. 5",
                                                          "\xED\xA0\x80",
                                                          "according to "};
    std::minstd_rand random(seed);
    std::string text;
    while (text.size() < size) {
        if (random() % 16 == 0)
            text += static_cast<char>(random() % 256);
        else
            text += kPieces[random() % kPieces.size()];
    }
    return text;
}

Layers all_layers() {
    Layers layers;
    for (std::size_t i = 0; i < kLayerNames.size(); ++i) layers.add(static_cast<Layer>(i));
    return layers;
}

}  // namespace lede::test
