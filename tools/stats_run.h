// StatsRun: every article of the inputs, read on many threads with the layers that are asked, and
// only those; counted where it is read, or handed over in order.
//
//   StatsRun run(options, layers);
//   run.count(paths, counters);                       counters.mine().add(document), any order
//   run.collect<ArticleItems>(paths, read, add);      add(read(document)), in the input's order
//   return run.finish();                              the exit status
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

#include "bad_articles.h"
#include "field_check.h"
#include "pipeline/document_reader.h"
#include "pipeline/record_run.h"
#include "search/matcher.h"
#include "stats_options.h"

namespace lede::tools {

// A T for each worker thread, so that counting needs no lock but to find it.
template <typename T>
class WorkerStates {
  public:
    using Make = std::function<T()>;
    explicit WorkerStates(Make make) : make_(std::move(make)) {}

    T& mine() {
        const std::lock_guard lock(mutex_);
        auto& state = states_[std::this_thread::get_id()];
        if (!state) state = std::make_unique<T>(make_());
        return *state;
    }

    // All of them merged; what one thread counted is not copied.
    T total() {
        if (states_.empty()) return make_();
        auto state = states_.begin();
        T total = std::move(*state->second);
        while (++state != states_.end()) {
            total.merge(*state->second);
            state->second.reset();
        }
        return total;
    }

  private:
    Make make_;
    std::mutex mutex_;
    std::map<std::thread::id, std::unique_ptr<T>> states_;
};

class StatsRun {
  public:
    // Without layers, no annotator is made. Throws UsageError for a bad --where.
    StatsRun(const StatsOptions& options, Layers layers);
    ~StatsRun();

    using Work = std::function<void(const Document&)>;
    // Calls `work` with every article that --where selects, on any thread, in any order.
    void each(const std::vector<std::string>& paths, const Work& work);

    template <typename Counter>
    void count(const std::vector<std::string>& paths, WorkerStates<Counter>& counters) {
        each(paths, [&](const Document& document) { counters.mine().add(document); });
    }

    // Calls `make` on any thread, and `use` with what it made, in order, on the caller's.
    template <typename Made>
    void collect(const std::vector<std::string>& paths,
                 const std::function<Made(const Document&)>& make,
                 const std::function<void(Made&&)>& use) {
        struct Outcome {
            std::optional<Error> error;
            std::optional<Made> made;
        };
        auto source = open(paths);
        const auto work = [&](Result<reading::RawRecord>&& record) {
            Outcome outcome;
            const auto document = read(std::move(record), outcome.error);
            if (document) outcome.made = make(*document);
            return outcome;
        };
        const auto sink = [&](Outcome&& outcome) {
            if (outcome.made) use(std::move(*outcome.made));
            return note(outcome.error);
        };
        pipeline::run_records<Outcome>(source, work, sink, flow_limits(options_.run));
    }

    // From now on the articles of --reference-where, not those of --where.
    void read_reference() { chosen_ = &reference_where_; }

    // The articles are to be read once more: what is wrong with them has been said.
    void read_again() { said_ = true; }

    int finish();

  private:
    // The source of raw records, without the copies that --unique leaves out.
    reading::ArticleSource open(const std::vector<std::string>& paths) const;
    // Nothing if the article cannot be read, with the error, or --where does not select it.
    std::optional<Document> read(Result<reading::RawRecord>&& record, std::optional<Error>& error);
    bool note(const std::optional<Error>& error);

    const StatsOptions& options_;
    std::optional<search::Matcher> where_;
    std::optional<search::Matcher> reference_where_;
    const std::optional<search::Matcher>* chosen_ = &where_;
    Lexicon lexicon_;
    std::unique_ptr<reading::ArticleParser> parser_;
    std::unique_ptr<pipeline::Annotator> annotator_;
    std::unique_ptr<pipeline::DocumentReader> reader_;
    BadArticles bad_;
    FieldCheck fields_;
    bool said_ = false;
};

}  // namespace lede::tools
