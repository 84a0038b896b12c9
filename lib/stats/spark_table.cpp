#include "stats/spark_table.h"

#include <map>

#include "charts/sparkline.h"
#include "stats/periods.h"
#include "stats/table_chart.h"

namespace lede::stats {
namespace {

constexpr std::size_t kMostPeriods = 60;

}  // namespace

Table spark_table(const Table& timeline) {
    const std::size_t period = find_column(timeline, "period").value();
    const std::size_t count = find_column(timeline, "count").value();
    Table table;
    for (std::size_t i = 0; i < period; ++i) table.add_column(timeline.columns[i], false);
    table.add_column("from", false);
    table.add_column("to", false);
    table.add_column("count", true);
    table.add_column("outside", true);
    table.add_column("spark", false);
    std::map<std::vector<std::string>, std::map<std::string, double>> groups;
    for (const auto& cells : timeline.rows)
        groups[{cells.begin(), cells.begin() + static_cast<std::ptrdiff_t>(period)}]
              [cells[period]] += cell_value(cells[count]);
    for (const auto& [group, counts] : groups) {
        double all = 0, shown = 0;
        for (const auto& [name, number] : counts) all += number;
        std::vector<double> values;
        const auto periods = fill_periods(counts, kMostPeriods);
        if (periods.empty()) continue;
        for (const PeriodCount& one : periods) {
            values.push_back(one.count);
            shown += one.count;
        }
        std::vector<std::string> cells = group;
        cells.insert(cells.end(),
                     {periods.front().period, periods.back().period, number_cell(shown),
                      number_cell(all - shown), charts::sparkline(values)});
        table.rows.push_back(std::move(cells));
    }
    return table;
}

}  // namespace lede::stats
