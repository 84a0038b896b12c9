// TriggerScan: where in a text a temporal expression may grow from.
//
//   "The board met in May. It had 7 members then."      only the place of "May"
//
// Most sentences name no time. Before one is cut into atoms, this looks at its letters and digits
// alone: a word is one of those that the grammar calls triggers, or a numeral has the shape of a
// year, a day or a clock time. It may name a place where the atoms then show no trigger, and never
// leaves one out that they would show.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "dates/grammar.h"

namespace lede::dates {

class TriggerScan {
  public:
    explicit TriggerScan(const Grammar& grammar);

    // The begins of what may be a trigger, in rising order. Linear.
    std::vector<std::uint32_t> scan(std::string_view text) const;

  private:
    void add(std::string_view letters);
    bool has(std::uint64_t key) const;
    bool is_trigger(std::string_view text, std::size_t at, std::size_t size) const;
    bool is_dotted_trigger(std::string_view text, std::size_t at) const;

    std::vector<std::uint64_t> filter_;  // one bit for each of kFilterBits hashes
    std::vector<std::uint64_t> keys_;    // open addressing; 0: free
};

}  // namespace lede::dates
