#include "stats/vega_spec.h"

#include <algorithm>

#include "stats/table_writer.h"

namespace lede::stats {
namespace {

using writing::JsonWriter;

// Every cell of a row under its column, and the row's name as "label".
void append_row(const Table& table, const std::vector<std::string>& cells, JsonWriter& json) {
    json.begin_object();
    json.key("label").string(row_label(table, cells));
    write_cells(table, cells, "label", json);
    json.end_object();
}

void append_channel(std::string_view channel, std::string_view field, std::string_view type,
                    JsonWriter& json) {
    json.key(channel).begin_object();
    json.key("field").string(field);
    json.key("type").string(type);
    // As the rows stand.
    if (type == "nominal") json.key("sort").raw("null");
    json.end_object();
}

void append_encoding(const ChartPlan& plan, JsonWriter& json) {
    json.key("encoding").begin_object();
    switch (plan.kind) {
        case ChartKind::kBars:
            append_channel("y", "label", "nominal", json);
            append_channel("x", plan.value, "quantitative", json);
            break;
        case ChartKind::kTimeline:
            append_channel("x", "period", "ordinal", json);
            append_channel("y", plan.value, "quantitative", json);
            break;
        case ChartKind::kNetwork:
            append_channel("y", "first", "nominal", json);
            append_channel("x", "second", "nominal", json);
            append_channel("color", plan.value, "quantitative", json);
            break;
    }
    json.end_object();
}

}  // namespace

void append_vega(const Table& table, const ChartPlan& plan, std::string& out) {
    const std::size_t rows =
        plan.kind == ChartKind::kBars ? std::min(plan.most, table.rows.size()) : table.rows.size();
    JsonWriter json(out);
    json.begin_object();
    json.key("$schema").string("https://vega.github.io/schema/vega-lite/v6.json");
    json.key("title").string(plan.title);
    json.key("description").string(plan.says);
    json.key("data").begin_object();
    json.key("values").begin_array();
    for (std::size_t i = 0; i < rows; ++i) append_row(table, table.rows[i], json);
    json.end_array();
    json.end_object();
    json.key("mark").begin_object();
    json.key("type").string(plan.kind == ChartKind::kNetwork ? "rect" : "bar");
    json.key("tooltip").boolean(true);
    json.end_object();
    append_encoding(plan, json);
    json.end_object();
    out += '\n';
}

}  // namespace lede::stats
