#include "article_prints.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "duplicates/duplicate_finder.h"
#include "pipeline/record_run.h"

namespace lede::tools {

void print_articles(const InputOptions& options, const std::vector<std::string>& paths,
                    const Lexicon& lexicon, const pipeline::FlowLimits& limits,
                    const std::function<bool(PrintedArticle&&)>& take) {
    reading::ParseOptions parsing = parse_options(options, lexicon);
    parsing.identify_language = false;  // half the time, and no fingerprint looks at it
    const reading::ArticleParser parser(parsing);
    reading::ArticleSource source(paths, options.source);
    const auto work = [&](Result<reading::RawRecord>&& record) {
        PrintedArticle printed;
        if (!record) {
            printed.error = record.error();
            return printed;
        }
        Result<Article> parsed = parser.parse(record.value());
        if (!parsed) {
            printed.error = parsed.error();
            return printed;
        }
        Article& article = parsed.value();
        printed.print = duplicates::fingerprint_of(article);
        printed.id = std::move(article.id);
        printed.published = std::move(article.published);
        printed.publication = std::move(article.publication);
        return printed;
    };
    pipeline::run_records<PrintedArticle>(source, work, take, limits);
}

std::vector<bool> repeated_records(const InputOptions& options,
                                   const std::vector<std::string>& paths, const Lexicon& lexicon,
                                   const pipeline::FlowLimits& limits) {
    if (std::find(paths.begin(), paths.end(), "-") != paths.end())
        throw UsageError{"--unique reads its input twice: standard input cannot be"};
    const bool keeps_longest = options.unique == "longest";
    struct Kept {
        std::uint32_t record;
        std::uint32_t words;
    };
    std::unordered_map<std::uint32_t, Kept> kept;  // by original, where it has copies
    std::vector<std::uint32_t> words;
    std::vector<bool> repeated;
    duplicates::DuplicateFinder finder;
    print_articles(options, paths, lexicon, limits, [&](PrintedArticle&& article) {
        const std::uint32_t record = finder.size();
        const auto match = finder.add(article.print);  // of an error: no words, no copy
        repeated.push_back(match.has_value());
        words.push_back(article.print.words);
        if (!match || !keeps_longest) return true;
        Kept& group =
            kept.try_emplace(match->original, Kept{match->original, words[match->original]})
                .first->second;
        if (article.print.words <= group.words) return true;
        repeated[group.record] = true;
        repeated[record] = false;
        group = {record, article.print.words};
        return true;
    });
    return repeated;
}

reading::SourceOptions source_options(const InputOptions& options,
                                      const std::vector<std::string>& paths, const Lexicon& lexicon,
                                      const pipeline::FlowLimits& limits) {
    reading::SourceOptions source = options.source;
    if (!options.unique.empty())
        source.left_out = std::make_shared<const std::vector<bool>>(
            repeated_records(options, paths, lexicon, limits));
    return source;
}

}  // namespace lede::tools
