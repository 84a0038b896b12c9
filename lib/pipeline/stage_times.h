// StageTimes: how long each analysis took, over all articles and threads.
//
//   StageTimes times;
//   annotator.annotate(std::move(article), &times);      from any number of threads
//   times.seconds(Stage::kEntities)
#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <string_view>

namespace lede::pipeline {

enum class Stage : std::uint8_t {
    kTokens,  // and sentences
    kTags,    // parts of speech and lemmas
    kCitations,
    kDates,
    kEntities,
    kQuotes,
    kRelations,
    kWriting,
};

inline constexpr std::array<std::string_view, 8> kStageNames = {
    "tokens", "tags", "citations", "dates", "entities", "quotes", "relations", "writing"};

class StageTimes {
  public:
    void add(Stage stage, std::chrono::nanoseconds time) {
        nanoseconds_[static_cast<std::size_t>(stage)].fetch_add(
            static_cast<std::uint64_t>(time.count()), std::memory_order_relaxed);
    }
    double seconds(Stage stage) const {
        return static_cast<double>(nanoseconds_[static_cast<std::size_t>(stage)].load()) / 1e9;
    }

  private:
    std::array<std::atomic<std::uint64_t>, kStageNames.size()> nanoseconds_{};
};

// Adds the time from its begin to its end, if there is somebody to tell.
class StageTimer {
  public:
    StageTimer(StageTimes* times, Stage stage) : times_(times), stage_(stage) {
        if (times_) begin_ = Clock::now();
    }
    ~StageTimer() {
        if (times_) times_->add(stage_, Clock::now() - begin_);
    }
    StageTimer(const StageTimer&) = delete;
    StageTimer& operator=(const StageTimer&) = delete;

  private:
    using Clock = std::chrono::steady_clock;

    StageTimes* times_;
    Stage stage_;
    Clock::time_point begin_;
};

}  // namespace lede::pipeline
