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

// The tables of all groups, in code point order of their names, behind the columns of --by.
template <typename Counter, typename TableOf>
stats::Table by_group_table(ByGroup<Counter>& total, TableOf table_of) {
    stats::Table table;
    for (const std::string& name : total.by().names()) table.add_column(name, false);
    Counter none = total.make();
    const stats::Table head = table_of(none);
    for (std::size_t i = 0; i < head.columns.size(); ++i)
        table.add_column(head.columns[i], head.is_number[i]);
    for (auto& [name, counter] : total.groups()) {
        std::vector<std::string> group;
        if (!total.by().empty()) group = stats::split_cells(name, total.by().names().size());
        for (auto& cells : table_of(counter).rows) {
            cells.insert(cells.begin(), group.begin(), group.end());
            table.rows.push_back(std::move(cells));
        }
    }
    return table;
}

}  // namespace lede::tools
