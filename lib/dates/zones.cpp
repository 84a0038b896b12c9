#include "dates/zones.h"

#include <fmt/format.h>

#include <cstdlib>

#include "dates/meaning.h"

namespace lede::dates {

Zones::Zones(const Lexicon& lexicon) {
    const lexicon::Table table = lexicon.table("dates/zones");
    for (std::uint32_t row = 0; row < table.rows(); ++row)
        names_.emplace_back(table.cell(row, table.column("zone")));
}

std::string Zones::name_of(std::int32_t zone) const {
    if (zone == Meaning::kUnset) return {};
    if (zone >= 0 && static_cast<std::size_t>(zone) < names_.size())
        return names_[static_cast<std::size_t>(zone)];
    const int minutes = zone - kOffsetZone;
    if (minutes == 0) return "Z";
    return fmt::format("{}{:02}:{:02}", minutes < 0 ? '-' : '+', std::abs(minutes) / 60,
                       std::abs(minutes) % 60);
}

}  // namespace lede::dates
