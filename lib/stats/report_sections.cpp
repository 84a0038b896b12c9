#include "stats/report_sections.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "charts/barcode.h"
#include "stats/association_measures.h"
#include "stats/frequency_tables.h"
#include "stats/table_chart.h"

namespace lede::stats {
namespace {

// Only these columns, in this order.
Table select(const Table& table, std::initializer_list<std::string_view> names) {
    Table selected;
    std::vector<std::size_t> indexes;
    for (const std::string_view name : names) {
        const std::size_t index = find_column(table, name).value();
        indexes.push_back(index);
        selected.add_column(name, table.is_number[index]);
    }
    for (const auto& cells : table.rows) {
        auto& row = selected.rows.emplace_back();
        for (const std::size_t index : indexes) row.push_back(cells[index]);
    }
    return selected;
}

std::string first_of(std::size_t shown, std::size_t all) {
    return shown < all
               ? fmt::format(" The first {} of {}.", shown, shown_number(std::to_string(all)))
               : "";
}

// The last part of an id that is a path or an address.
std::string name_of_article(const std::string& id) {
    const std::size_t slash = id.find_last_of('/');
    return slash == std::string::npos || slash + 1 == id.size() ? id : id.substr(slash + 1);
}

// A section of bars from the first rows of a table.
ReportSection bars_section(std::string_view subject, std::string_view id, std::string note,
                           Table table, std::size_t top) {
    ChartPlan plan = chart_plan(subject).value();
    plan.most = top;
    const std::size_t all = table.rows.size();
    table.rows.resize(std::min(all, top));
    note += first_of(table.rows.size(), all);
    std::string svg = table_chart(table, plan, charts::Place::kPage);
    return {.id = std::string(id),
            .title = std::string(plan.title),
            .note = std::move(note),
            .svg = std::move(svg),
            .table = std::move(table)};
}

// Counts of months added up to years.
Table years_of(const Table& months) {
    std::map<std::string, std::uint64_t> years;
    for (const auto& cells : months.rows)
        years[cells[0].substr(0, 4)] += static_cast<std::uint64_t>(cell_value(cells[1]));
    Table table;
    table.add_column("period", false);
    table.add_column("count", true);
    for (const auto& [year, count] : years) table.rows.push_back({year, std::to_string(count)});
    return table;
}

constexpr std::size_t kMostMonths = 120;

bool months_fit(const Table& months) {
    const auto number = [](const std::string& month) {
        return cell_value(month.substr(0, 4)) * 12 + cell_value(month.substr(5));
    };
    return months.rows.empty() ||
           number(months.rows.back()[0]) - number(months.rows.front()[0]) < kMostMonths;
}

}  // namespace

ReportSection dispersion_section(const ItemPlaces& places, const NameBook& names,
                                 const ReportOptions& options) {
    ReportSection section{.id = "dispersion",
                          .title = "Where names stand",
                          .note = "A mark for each mention, from the first article to the last.",
                          .svg = {},
                          .table = {}};
    section.table.add_column("name", false);
    section.table.add_column("count", true);
    section.table.add_column("articles", true);
    std::vector<charts::Strip> strips;
    for (PlacedItem& item : places.most_frequent(options.top, options.filter, names)) {
        const std::string count = std::to_string(item.places.size());
        section.table.rows.push_back({item.item, count, std::to_string(item.articles)});
        strips.push_back({item.item, std::move(item.places), shown_number(count)});
    }
    charts::Caption caption{.id = section.id, .title = section.title, .description = section.note};
    if (!strips.empty())
        caption.description += fmt::format(" {} strips; the first is {} with {} marks.",
                                           strips.size(), strips[0].label, strips[0].shown);
    section.svg =
        charts::draw_barcode(caption, strips, name_of_article(places.first_article()),
                             name_of_article(places.last_article()), charts::Place::kPage);
    return section;
}

ReportSection timeline_section(const Counter& timeline) {
    Table table = select(timeline.table(), {"period", "count", "articles"});
    const bool by_month = months_fit(table);
    if (!by_month) table = years_of(table);
    const ChartPlan plan = chart_plan("timeline").value();
    const std::size_t all = table.rows.size();
    std::string svg = table_chart(table, plan, charts::Place::kPage);
    // What lies outside the picture is named, not listed.
    if (all > kMostMonths) {
        std::nth_element(table.rows.begin(), table.rows.begin() + kMostMonths, table.rows.end(),
                         [](const auto& a, const auto& b) {
                             const double x = cell_value(a[1]), y = cell_value(b[1]);
                             return x != y ? x > y : a[0] < b[0];
                         });
        table.rows.resize(kMostMonths);
        std::sort(table.rows.begin(), table.rows.end());
    }
    return {
        .id = "timeline",
        .title = std::string(plan.title),
        .note = fmt::format("Dates that are mentioned, by {}.{}", by_month ? "month" : "year",
                            all > table.rows.size() ? " The data are the fullest periods." : ""),
        .svg = std::move(svg),
        .table = std::move(table)};
}

ReportSection keyness_section(const Compared& compared, const ReportOptions& options) {
    constexpr double kSurely = 6.63;
    const std::array<const AssociationMeasure*, 2> measures = {find_association("log_ratio"),
                                                               find_association("g2")};
    KeynessOptions keyness{
        .measures = {measures.begin(), measures.end()}, .scores = {}, .filter = options.filter};
    keyness.filter.min_frequency = std::max<std::uint64_t>(keyness.filter.min_frequency, 3);
    Table all = keyness_columns({}, {"word", "words"}, keyness);
    append_keyness(compared.target, compared.reference, {}, keyness, all);
    const std::size_t score = find_column(all, "g2").value();
    std::erase_if(all.rows, [&](const auto& cells) { return cell_value(cells[score]) < kSurely; });
    // The surest of each side; then in the order of the picture.
    const std::size_t ratio = find_column(all, "log_ratio").value();
    std::stable_sort(all.rows.begin(), all.rows.end(), [&](const auto& a, const auto& b) {
        return cell_value(a[score]) > cell_value(b[score]);
    });
    const std::size_t found = all.rows.size();
    all.rows.resize(std::min(found, options.top * 2));
    std::stable_sort(all.rows.begin(), all.rows.end(), [&](const auto& a, const auto& b) {
        return cell_value(a[ratio]) > cell_value(b[ratio]);
    });
    Table table = select(all, {"word", "count", "reference_count", "log_ratio", "g2"});
    ChartPlan plan = chart_plan("keywords").value();
    plan.value = "log_ratio";
    plan.says = "Log ratio of each word; bars to the left are of the reference";
    std::string note = "Log ratio of words that differ for sure (G2 of at least 6.63)." +
                       first_of(table.rows.size(), found);
    std::string svg = table_chart(table, plan, charts::Place::kPage);
    return {.id = "keywords",
            .title = fmt::format("Words of {} against {}", compared.target_name,
                                 compared.reference_name),
            .note = std::move(note),
            .svg = std::move(svg),
            .table = std::move(table)};
}

ReportSection quotes_section(const Counter& quotes, const ReportOptions& options) {
    return bars_section("quotes", "quotes", "Each speaker's share of all quoted words.",
                        select(quotes.table(), {"speaker", "quotes", "words", "share"}),
                        options.top);
}

ReportSection network_section(Cooccurrence& names, const ReportOptions& options) {
    const AssociationMeasure& g2 = *find_association("g2");
    RowFilter filter = options.filter;
    filter.top = 0;
    auto pairs = names.pairs(filter, g2, {});
    // Those that stand together most often, and more often than by chance.
    std::erase_if(pairs, [](const Together& pair) { return pair.units.excess() <= 0; });
    std::stable_sort(pairs.begin(), pairs.end(),
                     [](const auto& a, const auto& b) { return a.units.a > b.units.a; });
    pairs.resize(std::min(pairs.size(), options.top * 2));
    Table table = select(cooccurrence_table(pairs, {&g2}, {}, "first", "second"),
                         {"first", "second", "count", "first_count", "second_count", "g2"});
    std::string svg = table_chart(table, chart_plan("cross").value(), charts::Place::kPage);
    return {.id = "network",
            .title = "Who is named with whom",
            .note = "Names that stand in the same sentences, the most frequent pairs first.",
            .svg = std::move(svg),
            .table = std::move(table)};
}

ReportSection citations_section(const Counter& citations, const ReportOptions& options) {
    return bars_section("citations", "citations", "References to each law.",
                        select(citations.table(), {"work", "title", "count", "articles"}),
                        options.top);
}

std::string describe_corpus(const Counter& summary) {
    std::string text;
    for (const auto& cells : summary.table().rows)
        text += fmt::format("{}{} {}", text.empty() ? "" : ", ", cells[0], shown_number(cells[1]));
    return text;
}

}  // namespace lede::stats
