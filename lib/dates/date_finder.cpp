#include "dates/date_finder.h"

namespace lede::dates {

DateFinder::DateFinder(const Lexicon&, const DateOptions&) {}

std::vector<Timex> DateFinder::find(const Document&) const { return {}; }

}  // namespace lede::dates
