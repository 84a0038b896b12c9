#include "writing/timeml_writer.h"

#include <string_view>

#include "writing/html_writer.h"

namespace lede::writing {
namespace {

void append_attribute(std::string& out, std::string_view name, std::string_view value) {
    if (value.empty()) return;
    out += ' ';
    out += name;
    out += "=\"";
    append_html(out, value);
    out += '"';
}

void append_timex(std::string& out, const Timex& timex, std::size_t index, std::string_view text) {
    out += "<TIMEX3";
    append_attribute(out, "tid", "t" + std::to_string(index + 1));
    append_attribute(out, "type", name_of(timex.type));
    append_attribute(out, "value", timex.value);
    append_attribute(out, "mod", timex.mod);
    append_attribute(out, "quant", timex.quant);
    append_attribute(out, "freq", timex.freq);
    out += '>';
    append_html(out, text);
    out += "</TIMEX3>";
}

// TimeML's DCT is a date, or a date and time of day without a zone.
std::string_view creation_time(std::string_view published) {
    constexpr std::size_t kDate = 10;    // 2019-02-20
    constexpr std::size_t kMinute = 16;  // 2019-02-20T14:05
    return published.substr(0, published.size() >= kMinute ? kMinute : kDate);
}

}  // namespace

void TimemlWriter::append(const Document& document, std::string& out) const {
    const Article& article = document.article;
    out += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TimeML>\n<DOCID>";
    append_html(out, article.id);
    out += "</DOCID>\n<DCT>";
    if (!article.published.empty()) {
        const std::string_view created = creation_time(article.published);
        out += "<TIMEX3 tid=\"t0\"";
        append_attribute(out, "type", created.size() > 10 ? "TIME" : "DATE");
        append_attribute(out, "value", created);
        out += " functionInDocument=\"CREATION_TIME\">";
        append_html(out, created);
        out += "</TIMEX3>";
    }
    out += "</DCT>\n<TITLE>";
    append_html(out, article.title);
    out += "</TITLE>\n<TEXT>";
    std::uint32_t at = 0;
    for (std::size_t i = 0; i < document.dates.size(); ++i) {
        const Span span = document.dates[i].place.span;
        if (span.begin < at) continue;  // TIMEX3 elements do not nest
        append_html(out, document.text_of({at, span.begin}));
        append_timex(out, document.dates[i], i, document.text_of(span));
        at = span.end;
    }
    append_html(out, document.text().substr(at));
    out += "</TEXT>\n</TimeML>\n";
}

}  // namespace lede::writing
