#include "stats/tally.h"

#include <algorithm>
#include <tuple>

namespace lede::stats {

Count& Count::operator+=(const Count& other) {
    count += other.count;
    weight += other.weight;
    articles += other.articles;
    return *this;
}

void Tally::add_article(const std::vector<Item>& items) {
    std::vector<const Item*> sorted;
    sorted.reserve(items.size());
    for (const Item& item : items) sorted.push_back(&item);
    std::sort(sorted.begin(), sorted.end(),
              [](const Item* a, const Item* b) { return a->key < b->key; });
    for (std::size_t i = 0; i < sorted.size();) {
        Count here{.articles = 1};
        const std::string& key = sorted[i]->key;
        for (; i < sorted.size() && sorted[i]->key == key; ++i) {
            ++here.count;
            here.weight += sorted[i]->weight;
        }
        counts_[key] += here;
    }
}

void Tally::merge(const Tally& other) {
    for (const auto& [key, count] : other.counts_) counts_[key] += count;
}

std::vector<Tally::Row> Tally::rows(Order order, std::size_t top) const {
    std::vector<Row> rows;
    rows.reserve(counts_.size());
    for (const auto& [key, count] : counts_) rows.push_back({key, count});
    const auto rank = [order](const Row& row) {
        switch (order) {
            case Order::kCount:
                return row.count.count;
            case Order::kWeight:
                return row.count.weight;
            case Order::kKey:
                break;
        }
        return std::uint64_t{0};
    };
    // UTF-8 sorts by code point when compared bytewise.
    const auto before = [&](const Row& a, const Row& b) {
        return rank(a) != rank(b) ? rank(a) > rank(b) : a.key < b.key;
    };
    if (top == 0 || top >= rows.size()) {
        std::sort(rows.begin(), rows.end(), before);
    } else {
        const auto end = rows.begin() + static_cast<std::ptrdiff_t>(top);
        std::partial_sort(rows.begin(), end, rows.end(), before);
        rows.resize(top);
    }
    return rows;
}

Count Tally::total() const {
    Count total;
    for (const auto& [key, count] : counts_) {
        total.count += count.count;
        total.weight += count.weight;
    }
    return total;
}

}  // namespace lede::stats
