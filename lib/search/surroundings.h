// BoundSurroundings: how far matches may reach from a begin, and what they must hold, in one table.
//
//   … within s                 up to the end of the sentence
//   … containing [lower="kim"]  only stretches that hold a match of the other pattern
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "search/pattern.h"
#include "search/pattern_search.h"
#include "search/token_table.h"

namespace lede::search {

// Stretches of tokens that other patterns matched, asked for what covers and what lies inside.
class Stretches {
  public:
    // In order of begin.
    explicit Stretches(std::vector<TokenHit> hits);

    // The furthest end of those that hold the token; the token itself if none does.
    std::uint32_t end_around(std::uint32_t token) const;
    bool has_inside(std::uint32_t begin, std::uint32_t end) const;
    bool has_around(std::uint32_t begin, std::uint32_t end) const {
        return end_around(begin) >= end;
    }

  private:
    std::vector<TokenHit> hits_;
    std::vector<std::uint32_t> furthest_end_;  // of this one and those before
    std::vector<std::uint32_t> nearest_end_;   // of this one and those behind
};

class BoundSurroundings {
  public:
    // `operations` are the searches of the patterns in `surroundings`, in their order.
    BoundSurroundings(const std::vector<Surrounding>& surroundings,
                      const std::vector<PatternSearch>& operations, const TokenTable& table);

    // Whether something but the length of matches limits them.
    bool limits_reach() const { return limits_reach_; }

    // The end up to which a match from `begin` may reach, at most `furthest`; `begin` if none may.
    std::uint32_t limit(std::uint32_t begin, std::uint32_t furthest) const;

    bool admits(std::uint32_t begin, std::uint32_t end) const;

  private:
    struct Part {
        const Surrounding* surrounding;
        const RegionColumns* region = nullptr;
        std::optional<Stretches> stretches;
    };
    static std::uint32_t region_limit(const Part& part, std::uint32_t begin);

    std::vector<Part> parts_;
    bool limits_reach_ = false;
};

}  // namespace lede::search
