#include "stats/pair_counter.h"

#include <algorithm>

namespace lede::stats {

PairCounter::PairCounter(PairOptions options)
    : options_(std::move(options)), reader_(options_.rule) {
    for (const std::string& node : options_.nodes) vocabulary_.id_of(node);
    nodes_ = vocabulary_.size();
    is_stream_ = options_.window.left == 0 && options_.window.right == 1 && nodes_ == 0 &&
                 options_.within == Within::kArticle;
}

void PairCounter::add(const Document& document) {
    ++articles_;
    if (is_stream_) return count_stream(document);
    reader_.read(document, vocabulary_, items_);
    count_items(items_);
    std::vector<std::uint32_t> units;
    if (options_.within != Within::kArticle)
        units = units_of(items_.begins, unit_spans(document, options_.within));
    count_windows(units);
}

void PairCounter::count_items(const ItemSequence& items) {
    counts_.resize(vocabulary_.size());
    for (const std::uint32_t id : items.ids) ++counts_[id];
    items_total_ += items.ids.size();
}

void PairCounter::count_stream(const Document& document) {
    std::uint32_t last = kNone;
    reader_.read_pieces(document, vocabulary_, [&](const ItemSequence& items) {
        count_items(items);
        for (const std::uint32_t id : items.ids) {
            if (last != kNone) {
                pairs_.add(last, id);
                ++pairs_total_;
            }
            last = id;
        }
    });
}

void PairCounter::count_windows(const std::vector<std::uint32_t>& units) {
    const auto& ids = items_.ids;
    const auto [left, right] = options_.window;
    for (std::size_t i = 0; i < ids.size(); ++i) {
        if (!units.empty() && units[i] == kNone) continue;
        const std::size_t begin = i - std::min<std::size_t>(i, left);
        const std::size_t end = i + 1 + std::min<std::size_t>(ids.size() - i - 1, right);
        for (std::size_t j = begin; j < end; ++j) {
            if (j == i || (!units.empty() && units[j] != units[i])) continue;
            ++pairs_total_;
            if (nodes_ == 0 || ids[i] < nodes_) pairs_.add(ids[i], ids[j]);
        }
    }
}

void PairCounter::merge(PairCounter& other) {
    std::vector<std::uint32_t> number(other.vocabulary_.size());
    for (std::uint32_t id = 0; id < number.size(); ++id)
        number[id] = vocabulary_.id_of(other.vocabulary_.word(id));
    counts_.resize(vocabulary_.size());
    for (std::size_t id = 0; id < other.counts_.size(); ++id)
        counts_[number[id]] += other.counts_[id];
    other.pairs_.finish();
    other.pairs_.for_each([&](std::uint32_t first, std::uint32_t second, std::uint64_t count) {
        pairs_.add(number[first], number[second], count);
    });
    items_total_ += other.items_total_;
    pairs_total_ += other.pairs_total_;
    articles_ += other.articles_;
}

std::vector<PairRow> PairCounter::rows(std::uint64_t min_frequency) {
    std::vector<PairRow> rows;
    for_each_pair(min_frequency, [&](const PairRow& row) { rows.push_back(row); });
    return rows;
}

Contingency PairCounter::table_of(const PairRow& row) const {
    const std::uint64_t places = options_.window.left + options_.window.right;
    const std::uint64_t first = counts_[row.first];
    const std::uint64_t second = counts_[row.second];
    if (options_.total == PairTotal::kPairs)
        return Contingency::of_pair(row.both, first * places, second * places, pairs_total_);
    return Contingency::of_pair(row.both, first * places, second, items_total_);
}

}  // namespace lede::stats
