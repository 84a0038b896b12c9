#include "pipeline/article_run.h"

#include <utility>

#include "pipeline/record_run.h"

namespace lede::pipeline {

void run_articles(reading::ArticleSource& source, const reading::ArticleParser& parser,
                  const ArticleWork& work, const OutcomeSink& sink, const FlowLimits& limits) {
    const auto parse_and_work = [&](Result<reading::RawRecord>&& record) {
        Outcome outcome;
        const std::size_t input_bytes = record ? record.value().bytes.size() : 0;
        if (!record) {
            outcome.error = record.error();
        } else {
            Result<Article> article = parser.parse(record.value());
            record.value().bytes = {};
            if (article)
                work(std::move(article.value()), outcome);
            else
                outcome.error = article.error();
        }
        outcome.counts[Count::kRecords] = 1;
        outcome.counts[Count::kSkipped] = outcome.error ? 1 : 0;
        outcome.counts[Count::kInputBytes] = input_bytes;
        return outcome;
    };
    run_records<Outcome>(source, parse_and_work, sink, limits);
}

}  // namespace lede::pipeline
