// NotingRun: follows a pattern with labels, paired tags or whole regions from one begin, by all
// ways at once (Pike's simulation, each thread with its own notes of where labels stand).
//
//   run.from(17, 80, 80, [](std::uint32_t end, const std::uint32_t* labels) { …; return true; })
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <vector>

#include "search/automaton.h"
#include "search/conditions.h"
#include "search/position_classes.h"
#include "search/token_table.h"

namespace lede::search {

inline constexpr std::uint32_t kMostSlots = 8;       // labels and paired tags of one pattern
inline constexpr std::uint32_t kLongestMatch = 500;  // tokens; CQP's hard boundary

class NotingRun {
  public:
    using Notes = std::array<std::uint32_t, kMostSlots>;
    // False ends the run.
    using Accept = std::function<bool(std::uint32_t end, const Notes& notes)>;

    // All are borrowed.
    NotingRun(const Automaton& automaton, const BoundConditions& bound, const TokenTable& table,
              PositionClasses& classes);

    // Calls `accept` for each way to match from `begin`, ends in ascending order. Tokens are read
    // up to `limit`, which a whole region may push further, but not beyond `furthest`.
    void from(std::uint32_t begin, std::uint32_t limit, std::uint32_t furthest,
              const Accept& accept);

  private:
    struct Thread {
        std::uint32_t at = 0;  // instruction
        Notes notes{};
        friend bool operator==(const Thread&, const Thread&) = default;
    };
    using Threads = std::vector<Thread>;

    bool follow(const Threads& threads, std::uint32_t position, std::uint32_t begin,
                const Accept& accept);
    void enter(Thread thread, std::uint32_t next, Threads& open) const;
    void read_token(const Thread& thread, std::uint32_t position);
    void read_regions(const Thread& thread, std::uint32_t position);
    bool closes(const Thread& thread, std::uint32_t position) const;
    bool is_new(const Thread& thread);

    const Automaton& automaton_;
    const BoundConditions& bound_;
    PositionClasses& classes_;
    std::vector<const RegionColumns*> regions_;  // by number in the automaton; may be null
    Threads next_;
    Threads seen_;
    std::map<std::uint64_t, std::vector<std::uint32_t>> seen_by_hash_;  // once seen_ is long
    std::map<std::uint32_t, Threads> waiting_;  // behind whole regions, by position
    std::uint32_t limit_ = 0;
    std::uint32_t furthest_ = 0;
};

}  // namespace lede::search
