// Which measures become columns: those of --measures, or the subject's own choice.
#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "stats_options.h"

namespace lede::tools {

// Names that the user gave, else `usual`; "all" is every one of `families`. Throws UsageError with
// the names that there are.
template <typename Measure, std::size_t N, std::size_t M>
std::vector<const Measure*> measure_columns(const StatsOptions& options,
                                            const std::array<std::span<const Measure>, N>& families,
                                            const std::array<std::string_view, M>& usual) {
    std::vector<const Measure*> columns;
    std::string known;
    const auto add = [&](std::string_view name) {
        for (const auto family : families)
            for (const Measure& measure : family)
                if (measure.is.name == name) {
                    columns.push_back(&measure);
                    return true;
                }
        return false;
    };
    for (const auto family : families)
        for (const Measure& measure : family) {
            if (options.all_measures) columns.push_back(&measure);
            known += (known.empty() ? "" : ", ") + std::string(measure.is.name);
        }
    if (options.all_measures) return columns;
    if (options.measures.empty())
        for (const std::string_view name : usual) add(name);
    for (const std::string& name : options.measures)
        if (!add(name)) throw UsageError{"--measures: \"" + name + "\" is none of " + known};
    return columns;
}

// Of keyness or of pairs.
std::vector<const stats::AssociationMeasure*> association_columns(const StatsOptions& options,
                                                                  stats::AssociationUse use);

}  // namespace lede::tools
