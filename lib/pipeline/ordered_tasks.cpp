#include "pipeline/ordered_tasks.h"

#include <algorithm>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <exception>
#include <map>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace lede::pipeline {
namespace {

using Next = std::function<std::unique_ptr<Task>()>;

// What reader, workers and the caller share. Every member is guarded by `mutex_`.
class Flow {
  public:
    explicit Flow(std::size_t limit) : limit_(limit) {}

    // Reader: hands a task in, waiting for room. False: the run is over.
    bool admit(std::unique_ptr<Task> task) {
        std::unique_lock lock(mutex_);
        const std::size_t bytes = task->bytes();
        room_.wait(lock, [&] { return over_ || in_flight_ == 0 || in_flight_ + bytes <= limit_; });
        if (over_) return false;
        // An empty task counts, too, so that "nothing in flight" means what it says.
        in_flight_ += std::max<std::size_t>(bytes, 1);
        waiting_.emplace_back(admitted_++, std::move(task));
        work_.notify_one();
        return true;
    }

    void end_of_input() {
        const std::lock_guard lock(mutex_);
        all_read_ = true;
        work_.notify_all();
        done_.notify_all();
    }

    // Worker: works on tasks until there are no more.
    void work() {
        std::unique_lock lock(mutex_);
        while (true) {
            work_.wait(lock, [&] { return over_ || all_read_ || !waiting_.empty(); });
            if (over_ || waiting_.empty()) return;
            auto [number, task] = std::move(waiting_.front());
            waiting_.pop_front();
            lock.unlock();
            task->work();
            lock.lock();
            finished_.emplace(number, std::move(task));
            if (number == delivered_) done_.notify_one();
        }
    }

    // Caller: delivers in order until the end.
    void deliver() {
        std::unique_lock lock(mutex_);
        while (true) {
            const auto is_next = [&] {
                return !finished_.empty() && finished_.begin()->first == delivered_;
            };
            done_.wait(
                lock, [&] { return over_ || is_next() || (all_read_ && delivered_ == admitted_); });
            if (over_ || !is_next()) return;
            std::unique_ptr<Task> task = std::move(finished_.begin()->second);
            finished_.erase(finished_.begin());
            lock.unlock();
            const bool go_on = task->deliver();
            const std::size_t bytes = std::max<std::size_t>(task->bytes(), 1);
            task.reset();
            lock.lock();
            ++delivered_;
            in_flight_ -= bytes;
            room_.notify_one();
            if (!go_on) return;
        }
    }

    // Ends the run for everybody; the first failure is kept.
    void end(std::exception_ptr failure) {
        const std::lock_guard lock(mutex_);
        over_ = true;
        if (!failure_) failure_ = std::move(failure);
        room_.notify_all();
        work_.notify_all();
        done_.notify_all();
    }

    void rethrow() const {
        if (failure_) std::rethrow_exception(failure_);
    }

  private:
    const std::size_t limit_;
    std::mutex mutex_;
    std::condition_variable room_;
    std::condition_variable work_;
    std::condition_variable done_;
    std::deque<std::pair<std::uint64_t, std::unique_ptr<Task>>> waiting_;
    std::map<std::uint64_t, std::unique_ptr<Task>> finished_;
    std::uint64_t admitted_ = 0;
    std::uint64_t delivered_ = 0;
    std::size_t in_flight_ = 0;  // bytes
    bool all_read_ = false;
    bool over_ = false;
    std::exception_ptr failure_;
};

// Ends the run for all threads when its scope is left.
struct FlowEnd {
    Flow& flow;
    ~FlowEnd() { flow.end(nullptr); }
};

// Runs a thread's part; what it throws ends the run.
template <typename Part>
void guarded(Flow& flow, const Part& part) {
    try {
        part();
    } catch (...) {
        flow.end(std::current_exception());
    }
}

void run_alone(const Next& next) {
    while (const std::unique_ptr<Task> task = next()) {
        task->work();
        if (!task->deliver()) return;
    }
}

}  // namespace

void run_ordered(const Next& next, const FlowLimits& limits) {
    if (limits.jobs <= 1) return run_alone(next);
    Flow flow(limits.bytes_in_flight);
    {
        std::vector<std::jthread> threads;
        // Before the threads are waited for, also when one of them cannot be had.
        const FlowEnd end{flow};
        threads.emplace_back([&] {
            guarded(flow, [&] {
                while (std::unique_ptr<Task> task = next())
                    if (!flow.admit(std::move(task))) return;
                flow.end_of_input();
            });
        });
        for (std::size_t i = 0; i < limits.jobs; ++i)
            threads.emplace_back([&] { guarded(flow, [&] { flow.work(); }); });
        guarded(flow, [&] { flow.deliver(); });
    }
    flow.rethrow();
}

std::size_t available_cores() { return std::max(1U, std::thread::hardware_concurrency()); }

}  // namespace lede::pipeline
