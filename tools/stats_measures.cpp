#include "stats_measures.h"

#include "stats/readability.h"
#include "stats_subjects.h"

namespace lede::tools {
namespace {

using stats::AssociationMeasure;
using stats::AssociationUse;

void append_explanation(const stats::Measure& measure, std::string& out) {
    out += std::string(measure.name) + "\n  formula  " + std::string(measure.formula) + "\n";
    if (!measure.source.empty()) out += "  source   " + std::string(measure.source) + "\n";
    if (!measure.edges.empty()) out += "  edges    " + std::string(measure.edges) + "\n";
}

// Calls `use(heading, measure)` for every measure that there is.
template <typename Use>
void for_each_measure(Use use) {
    for (const auto& m : stats::association_tests()) use("tests of association", m.is);
    for (const auto& m : stats::keyness_effects()) use("keyness", m.is);
    for (const auto& m : stats::pair_effects()) use("collocation", m.is);
    for (const auto& m : stats::part_measures()) use("dispersion over parts", m.is);
    for (const auto& m : stats::distance_measures()) use("dispersion by distance", m.is);
    for (const auto& m : stats::weight_measures()) use("weights", m.is);
    for (const auto& m : stats::readability_measures()) use("readability", m.is);
    for (const auto& m : stats::spectrum_measures()) use("diversity by counts", m.is);
    for (const auto& m : stats::sequence_measures()) use("diversity by sequence", m.is);
}

}  // namespace

std::vector<const AssociationMeasure*> association_columns(const StatsOptions& options,
                                                           AssociationUse use) {
    constexpr std::array<std::string_view, 4> kKeyness = {"lrc", "g2", "log_ratio", "pct_diff"};
    constexpr std::array<std::string_view, 6> kPairs = {"g2", "log_dice",    "mi",
                                                        "t",  "delta_p_2_1", "delta_p_1_2"};
    const bool keyness = use == AssociationUse::kKeyness;
    const std::array<std::span<const AssociationMeasure>, 2> families = {
        stats::association_tests(), keyness ? stats::keyness_effects() : stats::pair_effects()};
    auto columns = keyness ? measure_columns(options, families, kKeyness)
                           : measure_columns(options, families, kPairs);
    const auto unfit = [&](const AssociationMeasure* measure) {
        return measure->use != AssociationUse::kBoth && measure->use != use;
    };
    if (options.all_measures) std::erase_if(columns, unfit);
    for (const AssociationMeasure* measure : columns)
        if (unfit(measure))
            throw UsageError{"--measures: \"" + std::string(measure->is.name) + "\" is for " +
                             (keyness ? "collocates" : "keywords")};
    return columns;
}

std::string explain_measures(const std::string& name) {
    std::string text;
    std::string_view last;
    for_each_measure([&](std::string_view heading, const stats::Measure& measure) {
        if (name != "all" && measure.name != name) return;
        if (name == "all" && heading != last)
            text += (text.empty() ? "" : "\n") + std::string(heading) + "\n\n";
        last = heading;
        append_explanation(measure, text);
    });
    if (text.empty()) throw UsageError{"--explain: there is no measure \"" + name + "\"; try all"};
    return text;
}

}  // namespace lede::tools
