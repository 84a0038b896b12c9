#include "stats/report_page.h"

#include <fmt/format.h>

#include <iterator>
#include <string_view>

#include "charts/escape.h"
#include "charts/svg_writer.h"
#include "stats/table_chart.h"

namespace lede::stats {
namespace {

using charts::escaped;

constexpr std::string_view kHead =
    "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
    "style-src 'unsafe-inline'\">\n";

constexpr std::string_view kPageStyle =
    "body{margin:0 auto;max-width:62rem;padding:1.2rem 1rem 3rem;background:var(--ground);"
    "color:var(--ink);font:.95rem/1.5 system-ui,sans-serif;overflow-wrap:anywhere}"
    "h1{font-size:1.5rem;margin:0}h2{font-size:1.1rem;margin:0}"
    "p{margin:.2rem 0 .6rem;color:var(--soft)}"
    "main{display:grid;gap:2rem;align-items:start;"
    "grid-template-columns:repeat(auto-fit,minmax(min(100%,26rem),1fr))}"
    "section{border-top:1px solid var(--line);padding-top:.8rem;min-width:0}"
    "section svg{display:block;width:100%;height:auto}"
    "summary{cursor:pointer;margin-top:.6rem;color:var(--soft)}"
    ".rows{overflow-x:auto}table{border-collapse:collapse;font-size:.85rem;width:100%}"
    "th,td{text-align:left;vertical-align:top;padding:.2rem .6rem .2rem 0;"
    "border-bottom:1px solid var(--line);unicode-bidi:isolate}"
    "td.n,th.n{text-align:right;font-variant-numeric:tabular-nums;overflow-wrap:normal}"
    "@media print{details>*{display:block}}";

void append_cell(std::string_view element, std::string_view scope, bool is_number,
                 std::string_view text, std::string& out) {
    fmt::format_to(std::back_inserter(out), "<{}{}{}>", element, scope,
                   is_number ? " class=\"n\"" : "");
    charts::append_escaped(out, text);
    // The end of cells and rows goes without saying in HTML.
}

void append_table(const ReportSection& section, std::string& out) {
    const Table& table = section.table;
    fmt::format_to(std::back_inserter(out),
                   "<details><summary>Data: {} {}</summary>\n<div class=\"rows\" tabindex=\"0\" "
                   "role=\"region\" aria-label=\"Data: {}\"><table>\n<thead><tr>",
                   table.rows.size(), table.rows.size() == 1 ? "row" : "rows",
                   escaped(section.title));
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        append_cell("th", " scope=\"col\"", table.is_number[i], table.columns[i], out);
    out += "</thead>\n<tbody>";
    for (const auto& cells : table.rows) {
        out += "\n<tr>";
        for (std::size_t i = 0; i < cells.size(); ++i)
            append_cell("td", "", table.is_number[i],
                        table.is_number[i] ? shown_number(cells[i]) : cells[i], out);
    }
    out += "\n</tbody></table></div></details>\n";
}

}  // namespace

std::string html_report(const ReportPage& page) {
    std::string out(kHead);
    const auto to = std::back_inserter(out);
    fmt::format_to(to, "<title>{}</title>\n<style>{}{}</style>\n</head>\n<body>\n",
                   escaped(page.title), charts::chart_style(), kPageStyle);
    fmt::format_to(to, "<header><h1>{}</h1><p>{}</p></header>\n<main>\n", escaped(page.title),
                   escaped(page.about));
    for (const ReportSection& section : page.sections) {
        fmt::format_to(to,
                       "<section aria-labelledby=\"{0}-h\"><h2 id=\"{0}-h\">{1}</h2>\n<p>{2}</p>\n",
                       section.id, escaped(section.title), escaped(section.note));
        out += section.svg;
        append_table(section, out);
        out += "</section>\n";
    }
    out += "</main>\n</body>\n</html>\n";
    return out;
}

}  // namespace lede::stats
