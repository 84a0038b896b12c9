// Vega-Lite: a table's picture as a specification that other programs draw and edit.
//
//   {"$schema":"https://vega.github.io/schema/vega-lite/v6.json","data":{"values":[…]},"mark":…}
//
// It holds the whole rows that the picture is of, so that nothing else is needed. A network becomes
// a grid of its pairs, which is the nearest that Vega-Lite has.
#pragma once

#include <string>

#include "stats/table_chart.h"

namespace lede::stats {

// Appends the specification and a line feed. Linear.
void append_vega(const Table& table, const ChartPlan& plan, std::string& out);

}  // namespace lede::stats
