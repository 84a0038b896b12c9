#include <catch2/catch.hpp>

#include <atomic>
#include <chrono>
#include <stdexcept>
#include <thread>
#include <vector>

#include "pipeline/ordered_tasks.h"

using namespace lede::pipeline;

namespace {

// A task that notes when it is delivered; odd ones take longer, so that order must be made.
class Numbered : public Task {
  public:
    Numbered(int number, std::vector<int>& delivered, std::atomic<int>& alive)
        : number_(number), delivered_(delivered), alive_(alive) {
        ++alive_;
    }
    ~Numbered() override { --alive_; }
    std::size_t bytes() const override { return 10; }
    void work() override {
        if (number_ % 2 == 1) std::this_thread::sleep_for(std::chrono::microseconds(200));
        if (number_ == throw_at) throw std::runtime_error("work failed");
    }
    bool deliver() override {
        delivered_.push_back(number_);
        return number_ != stop_at;
    }
    static constexpr int kNever = -1;
    int throw_at = kNever;
    int stop_at = kNever;

  private:
    int number_;
    std::vector<int>& delivered_;
    std::atomic<int>& alive_;
};

struct Run {
    int count = 200;
    int throw_at = Numbered::kNever;
    int stop_at = Numbered::kNever;
    std::vector<int> delivered = {};
    int most_alive = 0;

    void with(std::size_t jobs, std::size_t bytes_in_flight) {
        std::atomic<int> alive = 0;
        int next = 0;
        run_ordered(
            [&]() -> std::unique_ptr<Task> {
                most_alive = std::max<int>(most_alive, alive);
                if (next == count) return nullptr;
                auto task = std::make_unique<Numbered>(next++, delivered, alive);
                task->throw_at = throw_at;
                task->stop_at = stop_at;
                return task;
            },
            {.jobs = jobs, .bytes_in_flight = bytes_in_flight});
    }
};

}  // namespace

TEST_CASE("tasks are delivered in order for any number of workers") {
    for (const std::size_t jobs : {1U, 2U, 8U}) {
        Run run;
        run.with(jobs, 1000);
        REQUIRE(run.delivered.size() == 200);
        CHECK(std::is_sorted(run.delivered.begin(), run.delivered.end()));
    }
}

TEST_CASE("no more tasks are in flight than their bytes allow, and one always is") {
    Run run;
    run.with(4, 50);
    CHECK(run.delivered.size() == 200);
    CHECK(run.most_alive <= 6);  // five in flight, one at the gate
    Run tight;
    tight.with(4, 1);
    CHECK(tight.delivered.size() == 200);
}

TEST_CASE("a failure in a worker ends the run and arrives at the caller") {
    Run run{.throw_at = 50};
    CHECK_THROWS_WITH(run.with(4, 1000), "work failed");
    CHECK(run.delivered.size() <= 50);
}

TEST_CASE("a delivery can end the run") {
    for (const std::size_t jobs : {1U, 4U}) {
        Run run{.stop_at = 50};
        run.with(jobs, 1000);
        CHECK(run.delivered.back() == 50);
    }
}
