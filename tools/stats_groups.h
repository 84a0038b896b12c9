// ByGroup: a counter for each group of articles that --by makes, and their tables as one.
//
//   WorkerStates<ByGroup<PairCounter>> counters([&] { return ByGroup<PairCounter>(by, make); });
//   run.count(paths, counters);
//   by_group_table(counters.total(), [&](PairCounter& counter) { return table_of(counter); })
//
// Without --by there is one group, which is there even if no article is.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <utility>

#include "stats/grouping.h"
#include "stats/table.h"

namespace lede::tools {

template <typename Counter>
class ByGroup {
  public:
    using Make = std::function<Counter()>;

    // `by` is borrowed.
    ByGroup(const stats::Grouping& by, Make make) : by_(by), make_(std::move(make)) {
        if (by.empty()) group("");
    }

    void add(const Document& document) { group(by_.group_of(document.article)).add(document); }
    // Some counters let go of what they gave.
    void merge(ByGroup& other) {
        for (auto& [name, counter] : other.groups_) group(name).merge(counter);
    }

    const stats::Grouping& by() const { return by_; }
    std::map<std::string, Counter>& groups() { return groups_; }
    Counter make() const { return make_(); }

  private:
    Counter& group(const std::string& name) {
        const auto found = groups_.find(name);
        return found != groups_.end() ? found->second
                                      : groups_.emplace(name, make_()).first->second;
    }

    const stats::Grouping& by_;
    Make make_;
    std::map<std::string, Counter> groups_;
};

// The columns of one counter's table behind those of --by.
template <typename Counter>
stats::Table by_group_columns(const ByGroup<Counter>& total, const stats::Table& one) {
    stats::Table table;
    for (const std::string& name : total.by().names()) table.add_column(name, false);
    for (std::size_t i = 0; i < one.columns.size(); ++i)
        table.add_column(one.columns[i], one.is_number[i]);
    return table;
}

// The rows of all groups, in code point order of their names, each behind the group's cells.
// `each_row(counter, take)` hands over those of one.
template <typename Counter, typename EachRow>
void each_group_row(ByGroup<Counter>& total, EachRow each_row, const stats::TakeRow& take) {
    for (auto& [name, counter] : total.groups()) {
        std::vector<std::string> group;
        if (!total.by().empty()) group = stats::split_cells(name, total.by().names().size());
        std::vector<std::string> row;
        each_row(counter, [&](const std::vector<std::string>& cells) {
            if (group.empty()) return take(cells);
            row = group;
            row.insert(row.end(), cells.begin(), cells.end());
            take(row);
        });
    }
}

// The tables of all groups as one.
template <typename Counter, typename TableOf>
stats::Table by_group_table(ByGroup<Counter>& total, TableOf table_of) {
    Counter none = total.make();
    stats::Table table = by_group_columns(total, table_of(none));
    const auto each_row = [&](Counter& counter, const stats::TakeRow& take) {
        for (const auto& cells : table_of(counter).rows) take(cells);
    };
    each_group_row(total, each_row,
                   [&](const std::vector<std::string>& cells) { table.rows.push_back(cells); });
    return table;
}

}  // namespace lede::tools
