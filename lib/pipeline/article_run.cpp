#include "pipeline/article_run.h"

#include <utility>

#include "pipeline/record_run.h"

namespace lede::pipeline {

void run_articles(reading::ArticleSource& source, const reading::ArticleParser& parser,
                  const ArticleWork& work, const OutcomeSink& sink, const FlowLimits& limits) {
    const auto parse_and_work = [&](Result<reading::RawRecord>&& record) {
        Outcome outcome;
        if (!record) {
            outcome.error = record.error();
            return outcome;
        }
        outcome.input_bytes = record.value().bytes.size();
        Result<Article> article = parser.parse(record.value());
        record.value().bytes = {};
        if (article)
            work(std::move(article.value()), outcome.parts);
        else
            outcome.error = article.error();
        return outcome;
    };
    run_records<Outcome>(source, parse_and_work, sink, limits);
}

}  // namespace lede::pipeline
