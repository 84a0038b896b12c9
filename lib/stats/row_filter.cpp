#include "stats/row_filter.h"

namespace lede::stats {

bool RowFilter::passes(std::string_view item) const {
    if (!terms.empty() && std::find(terms.begin(), terms.end(), item) == terms.end()) return false;
    if (stopwords.empty()) return true;
    if (stopwords.contains(std::string(item))) return false;
    for (std::size_t begin = 0; begin < item.size();) {
        const std::size_t end = std::min(item.find(' ', begin), item.size());
        if (stopwords.contains(std::string(item.substr(begin, end - begin)))) return false;
        begin = end + 1;
    }
    return true;
}

void rank_rows(std::vector<RankedRow>& rows, const RowFilter& filter) {
    const auto by_item = [](const RankedRow& a, const RankedRow& b) {
        return a.item != b.item ? a.item < b.item : a.index < b.index;
    };
    // Rows mostly come in the order of their items: then ties need no look at these.
    const bool in_order = std::ranges::is_sorted(rows, by_item) &&
                          std::ranges::is_sorted(rows, {}, &RankedRow::index);
    const auto before = [&](const RankedRow& a, const RankedRow& b) {
        if (a.rank != b.rank) return filter.ascending ? a.rank < b.rank : a.rank > b.rank;
        if (a.tie != b.tie) return filter.ascending ? a.tie < b.tie : a.tie > b.tie;
        return in_order ? a.index < b.index : by_item(a, b);
    };
    if (filter.top == 0 || filter.top >= rows.size()) {
        std::sort(rows.begin(), rows.end(), before);
        return;
    }
    const auto end = rows.begin() + static_cast<std::ptrdiff_t>(filter.top);
    std::partial_sort(rows.begin(), end, rows.end(), before);
    rows.resize(filter.top);
}

}  // namespace lede::stats
