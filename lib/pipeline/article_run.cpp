#include "pipeline/article_run.h"

#include <memory>
#include <utility>

namespace lede::pipeline {
namespace {

class ArticleTask : public Task {
  public:
    ArticleTask(Result<reading::RawRecord> record, const reading::ArticleParser& parser,
                const ArticleWork& work, const OutcomeSink& sink)
        : record_(std::move(record)),
          bytes_(record_ ? record_.value().bytes.size() : 0),
          parser_(parser),
          work_(work),
          sink_(sink) {}

    std::size_t bytes() const override { return bytes_; }

    void work() override {
        outcome_.input_bytes = bytes_;
        if (!record_) {
            outcome_.error = record_.error();
            return;
        }
        Result<Article> article = parser_.parse(record_.value());
        record_.value().bytes = {};
        if (article)
            work_(std::move(article.value()), outcome_.parts);
        else
            outcome_.error = article.error();
    }

    bool deliver() override { return sink_(std::move(outcome_)); }

  private:
    Result<reading::RawRecord> record_;
    std::size_t bytes_;
    const reading::ArticleParser& parser_;
    const ArticleWork& work_;
    const OutcomeSink& sink_;
    Outcome outcome_;
};

}  // namespace

void run_articles(reading::ArticleSource& source, const reading::ArticleParser& parser,
                  const ArticleWork& work, const OutcomeSink& sink, const FlowLimits& limits) {
    const auto next = [&]() -> std::unique_ptr<Task> {
        auto record = source.next();
        if (!record) return nullptr;
        return std::make_unique<ArticleTask>(std::move(*record), parser, work, sink);
    };
    run_ordered(next, limits);
}

}  // namespace lede::pipeline
