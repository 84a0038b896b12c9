// HitOrder: hits of many articles sorted, drawn or counted, by what stands in them and around them.
//
//   left    by the words before the hit, the nearest first       right   by those behind it
//   hit     by the hit itself      date  by day of publication   doc     by the article's id
//
// Keys are in folded case, so that "The" stands beside "the". Equal keys keep the order of the
// text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"
#include "search/matcher.h"

namespace lede::search {

enum class HitKey : std::uint8_t { kLeft, kRight, kHit, kDate, kDoc };
inline constexpr std::string_view kHitKeyNames[] = {"left", "right", "hit", "date", "doc"};

// What the hit is sorted by: up to five words of context.
std::string sort_key(const Document& document, const Hit& hit, HitKey key);

// What the hit is counted under: the nearest word for left and right, else as for sorting.
std::string group_key(const Document& document, const Hit& hit, HitKey key);

struct KeyedLine {
    std::string key;
    std::string line;
};

// Stable, by the bytes of the keys.
void sort_lines(std::vector<KeyedLine>& lines);

// Sample: `size` of the items that are offered one by one, each with the same chance, whatever
// their number (reservoir sampling, Vitter's algorithm R), in the order they came. The same seed
// gives the same draw.
class Sample {
  public:
    Sample(std::uint64_t size, std::uint64_t seed) : size_(size), state_(seed) {}

    void offer(KeyedLine item);
    std::vector<KeyedLine> take();

  private:
    std::uint64_t random();

    struct Item {
        std::uint64_t number;
        KeyedLine line;
    };
    std::uint64_t size_;
    std::uint64_t state_;
    std::uint64_t offered_ = 0;
    std::vector<Item> drawn_;
};

}  // namespace lede::search
