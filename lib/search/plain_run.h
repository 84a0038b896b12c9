// PlainRun: follows a pattern without labels from one begin, as a deterministic automaton that is
// built while it runs (subset construction on demand, as in K. Thompson's and RE2's matchers).
//
//   run.from(17, 80, [](std::uint32_t end) { …; return true; })     ends in ascending order
//
// One table look-up for each token, whatever the pattern. The states are dropped when they become
// many, so that memory is bounded.
#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "search/automaton.h"
#include "search/position_classes.h"

namespace lede::search {

class PlainRun {
  public:
    // Both are borrowed. Requires: automaton.is_plain.
    PlainRun(const Automaton& automaton, PositionClasses& classes)
        : automaton_(automaton), classes_(classes) {
        forget();
    }

    // Whether anything can match from here: a look-up, to leave most begins alone.
    bool may_begin(std::uint32_t begin) {
        return step_of(kStart, classes_.at(begin)).next != kDead;
    }

    // Calls `accept` with the end of each match that begins at `begin` and ends at or before
    // `limit`, until it returns false. Empty matches do not count.
    template <typename Accept>
    void from(std::uint32_t begin, std::uint32_t limit, Accept&& accept) {
        std::uint32_t state = kStart;
        for (std::uint32_t at = begin;; ++at) {
            const Step step = step_of(state, classes_.at(at));
            if (step.accepts && at > begin && !accept(at)) return;
            state = step.next;
            if (state == kDead || at >= limit) return;
        }
    }

  private:
    static constexpr std::uint32_t kDead = 0;
    static constexpr std::uint32_t kStart = 1;
    static constexpr std::size_t kMostStates = 4096;

    struct Step {
        std::uint32_t next = kDead;
        bool accepts = false;
        bool known = false;
    };
    using States = std::vector<std::uint32_t>;  // instructions, sorted

    Step step_of(std::uint32_t state, std::uint32_t cls) {
        std::vector<Step>& steps = steps_[state];
        if (cls < steps.size() && steps[cls].known) return steps[cls];
        return compute(state, cls);
    }
    Step compute(std::uint32_t state, std::uint32_t cls);
    std::uint32_t number_of(States states);
    void forget();

    const Automaton& automaton_;
    PositionClasses& classes_;
    std::map<States, std::uint32_t> numbers_;
    std::vector<States> states_;
    std::vector<std::vector<Step>> steps_;  // by state, then class
};

}  // namespace lede::search
