#include "stats/table_chart.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "charts/bar_chart.h"
#include "charts/barcode.h"
#include "charts/network_chart.h"
#include "charts/scale.h"
#include "charts/timeline.h"
#include "stats/periods.h"
#include "stats/vocabulary.h"
#include "text/span.h"

namespace lede::stats {
namespace {

constexpr std::size_t kMostPeriods = 120;

using Kind = ChartKind;

constexpr std::array kPlans = {
    ChartPlan{"summary", Kind::kBars, "count", "What is in these articles", "Counts of each layer"},
    ChartPlan{"words", Kind::kBars, "count", "Most frequent", "Counts"},
    ChartPlan{"ngrams", Kind::kBars, "count", "Most frequent sequences", "Counts"},
    ChartPlan{"keywords", Kind::kBars, "lrc", "Keywords",
              "The score of each; bars to the left are of the reference"},
    ChartPlan{"collocates", Kind::kBars, "g2", "What stands together", "The score of each pair"},
    ChartPlan{"dispersion", Kind::kBars, "dp", "Dispersion", "The score of each"},
    ChartPlan{"tfidf", Kind::kBars, "tfidf", "Typical of each part", "The weight of each"},
    ChartPlan{"diversity", Kind::kBars, "mattr", "Lexical diversity", "The score of each text"},
    ChartPlan{"readability", Kind::kBars, "flesch", "Readability", "The score of each text"},
    ChartPlan{"cross", Kind::kNetwork, "count", "What is named together",
              "Lines between what stands together, as thick as it does so often", 24},
    ChartPlan{"entities", Kind::kBars, "count", "Who and what is named", "Mentions of each"},
    ChartPlan{"quotes", Kind::kBars, "share", "Who is quoted",
              "Each speaker's share of all quoted words"},
    ChartPlan{"citations", Kind::kBars, "count", "Which laws are cited", "References to each"},
    ChartPlan{"timeline", Kind::kTimeline, "count", "Which times are spoken of",
              "Dates that lie in each period"},
};

charts::Caption caption_of(const ChartPlan& plan, const std::string& first) {
    return {.id = std::string(plan.subject),
            .title = std::string(plan.title),
            .description = std::string(plan.says) + "." + first};
}

std::string draw_bars(const Table& table, const ChartPlan& plan, std::size_t value,
                      charts::Place place) {
    std::vector<charts::Bar> bars;
    for (const auto& cells : table.rows) {
        if (bars.size() == plan.most) break;
        const double number = cell_value(cells[value]);
        if (number != 0)
            bars.push_back({row_label(table, cells), number,
                            plan.value == "share" ? fmt::format("{:.1f}%", 100 * number)
                                                  : shown_number(cells[value])});
    }
    std::string first;
    if (!bars.empty())
        first = fmt::format(" {} bars; the first is {}: {}.", bars.size(), bars.front().label,
                            bars.front().shown);
    return charts::draw_bars(caption_of(plan, first), bars, place);
}

std::string draw_timeline(const Table& table, const ChartPlan& plan, std::size_t value,
                          charts::Place place) {
    const auto period = find_column(table, "period");
    if (!period) return charts::empty_chart(caption_of(plan, ""), place);
    std::map<std::string, double> counts;
    double all = 0;
    for (const auto& cells : table.rows) {
        counts[cells[*period]] += cell_value(cells[value]);
        all += cell_value(cells[value]);
    }
    std::vector<charts::Column> columns;
    double drawn = 0;
    for (PeriodCount& count : fill_periods(counts, kMostPeriods)) {
        drawn += count.count;
        columns.push_back({std::move(count.period), count.count});
    }
    std::string first;
    if (!columns.empty())
        first = fmt::format(" From {} to {}: {} of {}.", columns.front().label,
                            columns.back().label, drawn, all);
    return charts::draw_timeline(caption_of(plan, first), columns, place);
}

std::string draw_network(const Table& table, const ChartPlan& plan, std::size_t value,
                         charts::Place place) {
    const auto first = find_column(table, "first"), second = find_column(table, "second");
    const auto first_count = find_column(table, "first_count");
    const auto second_count = find_column(table, "second_count");
    if (!first || !second || !first_count || !second_count)
        return charts::empty_chart(caption_of(plan, ""), place);
    Vocabulary numbers;
    std::vector<charts::Node> nodes;
    std::vector<charts::Link> links;
    // A pair is drawn if there is room for both.
    const auto number_of = [&](const std::string& name, const std::string& count) {
        if (const std::uint32_t known = numbers.find(name); known != kNone) return known;
        if (nodes.size() == plan.most) return kNone;
        nodes.push_back({name, std::max(1.0, cell_value(count))});
        return numbers.id_of(name);
    };
    for (const auto& cells : table.rows) {
        const bool is_new = numbers.find(cells[*first]) == kNone;
        if (is_new && nodes.size() + 2 > plan.most) continue;
        const std::uint32_t from = number_of(cells[*first], cells[*first_count]);
        const std::uint32_t to = number_of(cells[*second], cells[*second_count]);
        if (from != kNone && to != kNone) links.push_back({from, to, cell_value(cells[value])});
    }
    std::string says;
    if (!links.empty())
        says = fmt::format(" {} names, {} lines; the first is {} with {}.", nodes.size(),
                           links.size(), table.rows.front()[*first], table.rows.front()[*second]);
    return charts::draw_network(caption_of(plan, says), nodes, links, place);
}

}  // namespace

std::optional<ChartPlan> chart_plan(std::string_view subject) {
    for (const ChartPlan& plan : kPlans)
        if (plan.subject == subject) return plan;
    return std::nullopt;
}

std::optional<std::size_t> find_column(const Table& table, std::string_view name) {
    const auto found = std::find(table.columns.begin(), table.columns.end(), name);
    if (found == table.columns.end()) return std::nullopt;
    return static_cast<std::size_t>(found - table.columns.begin());
}

std::string dispersion_chart(const PartCorpus& corpus, const Table& table, const ChartPlan& plan,
                             charts::Place place) {
    std::vector<charts::Strip> strips;
    for (const auto& cells : table.rows) {
        if (strips.size() == plan.most) break;
        const Spread spread = corpus.spread(corpus.vocabulary().find(cells[0]));
        charts::Strip& strip = strips.emplace_back();
        strip.label = cells[0];
        strip.shown = shown_number(cells[1]);
        for (const std::uint64_t at : spread.positions)
            strip.places.push_back(static_cast<double>(at) / static_cast<double>(corpus.items()));
    }
    std::string says;
    if (!strips.empty())
        says = fmt::format(" {} strips; the first is {} with {} marks.", strips.size(),
                           strips[0].label, strips[0].shown);
    ChartPlan drawn = plan;
    drawn.says = "A mark for each place";
    const auto& parts = corpus.parts();
    return charts::draw_barcode(caption_of(drawn, says), strips,
                                parts.empty() ? "" : parts.front().name,
                                parts.empty() ? "" : parts.back().name, place);
}

double cell_value(const std::string& cell) {
    double value = 0;
    std::from_chars(cell.data(), cell.data() + cell.size(), value);
    return value;
}

std::string shown_number(const std::string& cell) { return charts::tick_label(cell_value(cell)); }

std::string row_label(const Table& table, const std::vector<std::string>& cells) {
    std::vector<std::string_view> parts;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const std::string& name = table.columns[i];
        if (table.is_number[i] || cells[i].empty() || name == "type" || name == "link" ||
            name == "counts")
            continue;
        if (name == "title" && !parts.empty()) parts.pop_back();
        parts.emplace_back(cells[i]);
    }
    return fmt::format("{}", fmt::join(parts, " "));
}

std::string table_chart(const Table& table, const ChartPlan& plan, charts::Place place) {
    const auto value = find_column(table, plan.value);
    if (!value) return charts::empty_chart(caption_of(plan, ""), place);
    switch (plan.kind) {
        case ChartKind::kTimeline:
            return draw_timeline(table, plan, *value, place);
        case ChartKind::kNetwork:
            return draw_network(table, plan, *value, place);
        case ChartKind::kBars:
            break;
    }
    return draw_bars(table, plan, *value, place);
}

}  // namespace lede::stats
