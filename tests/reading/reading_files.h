// All articles of files that a test writes, read as a tool reads them.
#pragma once

#include <string>
#include <vector>

#include "reading/article_parser.h"
#include "reading/article_source.h"

namespace lede::test {

struct ReadFiles {
    std::vector<Article> articles;
    std::vector<std::string> errors;  // "source:record: what"
};

inline ReadFiles read_files(std::vector<std::string> paths, reading::ParseOptions parse = {},
                            reading::SourceOptions source_options = {}) {
    reading::ArticleSource source(std::move(paths), std::move(source_options));
    const reading::ArticleParser parser(std::move(parse));
    ReadFiles read;
    const auto report = [&](const Error& error) {
        read.errors.push_back(error.source + ':' + std::to_string(error.record) + ": " +
                              error.what);
    };
    while (auto record = source.next()) {
        if (!*record) {
            report(record->error());
            continue;
        }
        auto article = parser.parse(record->value());
        if (article)
            read.articles.push_back(std::move(article.value()));
        else
            report(article.error());
    }
    return read;
}

}  // namespace lede::test
