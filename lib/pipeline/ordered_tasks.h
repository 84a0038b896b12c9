// OrderedTasks: many tasks on many threads, delivered in the order in which they came.
//
//   next()  ─reader thread─▶ bounded queue ─N workers: task.work()─▶ ─caller: task.deliver()─▶
//
//   run_ordered([&] { return read_next_task(); }, {.jobs = 4});
//
// The result never depends on the number of threads. Memory is bounded by the bytes of the tasks
// in flight, from the moment they are read until they are delivered, and never by their count. It
// does not retry, and tasks do not see each other.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>

namespace lede::pipeline {

// One piece of work on its way through.
class Task {
  public:
    Task() = default;
    Task(const Task&) = delete;
    Task& operator=(const Task&) = delete;
    virtual ~Task() = default;

    // What it counts for in the bound of bytes in flight. Constant.
    virtual std::size_t bytes() const = 0;
    // Called once, on any thread, at the same time as that of other tasks.
    virtual void work() = 0;
    // Called once after `work`, on the caller's thread, in order. False ends the run early.
    virtual bool deliver() = 0;
};

struct FlowLimits {
    std::size_t jobs = 1;  // workers; 1 runs everything on the caller's thread
    std::size_t bytes_in_flight = std::size_t{8} << 20;  // one task is always let in
};

// Runs until `next` returns null or a delivery returns false. `next` is only called by one thread
// at a time. An exception from any of the three ends the run and is thrown again here; what was
// delivered before stays delivered.
void run_ordered(const std::function<std::unique_ptr<Task>()>& next, const FlowLimits& limits);

// Cores of this machine, at least 1.
std::size_t available_cores();

}  // namespace lede::pipeline
