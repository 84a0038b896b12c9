// A timeline for the terminal: a row for each group, its periods as one line of blocks.
//
//   period   count  …             from     to       count  outside  spark
//   2018-11  3             ->     2018-11  2019-02  4      0        █··▃
//   2019-02  1
#pragma once

#include "stats/table.h"

namespace lede::stats {

// From the table of a timeline. Of many periods, the run of 60 that holds most of the group's
// counts; `outside` is what lies before and behind it. Linear.
Table spark_table(const Table& timeline);

}  // namespace lede::stats
