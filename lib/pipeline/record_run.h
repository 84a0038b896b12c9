// RecordRun: every raw record of a source through one piece of work, results in order.
//
//   run_records<Outcome>(source,
//                        [&](Result<reading::RawRecord>&& record) { return Outcome{…}; },  any
//                        thread
//                        [&](Outcome&& outcome) { … return true; },      the caller's, in order
//                        {.jobs = 4});
//
// A record that could not be read comes to the work as its Error, so that it keeps its place.
#pragma once

#include <functional>
#include <memory>
#include <utility>

#include "model/result.h"
#include "pipeline/ordered_tasks.h"
#include "reading/article_source.h"

namespace lede::pipeline {

template <typename Outcome>
class RecordTask : public Task {
  public:
    using Work = std::function<Outcome(Result<reading::RawRecord>&&)>;
    using Sink = std::function<bool(Outcome&&)>;  // false ends the run

    RecordTask(Result<reading::RawRecord> record, const Work& work, const Sink& sink)
        : record_(std::move(record)),
          bytes_(record_ ? record_.value().bytes.size() : 0),
          work_(work),
          sink_(sink) {}

    std::size_t bytes() const override { return bytes_; }
    void work() override { outcome_ = work_(std::move(record_)); }
    bool deliver() override { return sink_(std::move(outcome_)); }

  private:
    Result<reading::RawRecord> record_;
    std::size_t bytes_;
    const Work& work_;
    const Sink& sink_;
    Outcome outcome_;
};

// Exceptions of the source, the work or the sink end the run and arrive here.
template <typename Outcome>
void run_records(reading::ArticleSource& source, const typename RecordTask<Outcome>::Work& work,
                 const typename RecordTask<Outcome>::Sink& sink, const FlowLimits& limits) {
    const auto next = [&]() -> std::unique_ptr<Task> {
        auto record = source.next();
        if (!record) return nullptr;
        return std::make_unique<RecordTask<Outcome>>(std::move(*record), work, sink);
    };
    run_ordered(next, limits);
}

}  // namespace lede::pipeline
