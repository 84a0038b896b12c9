#include "charts/label.h"

#include "text/unicode.h"
#include "text/utf8.h"

namespace lede::charts {
namespace {

constexpr std::string_view kEllipsis = "…";

bool is_joined_mark(char32_t c) {
    return (c >= 0x0300 && c <= 0x036F) || c == 0x200D || (c >= 0xFE00 && c <= 0xFE0F);
}

// In ems.
double width_of(char32_t c) {
    constexpr std::string_view kNarrow = "iIjl.,:;'|!()[] ";
    constexpr std::string_view kWide = "mwMW@%&";
    if (c < 0x80) {
        const char ascii = static_cast<char>(c);
        if (kNarrow.find(ascii) != std::string_view::npos) return 0.42;
        if (kWide.find(ascii) != std::string_view::npos) return 1;
        return unicode::is_ascii_upper(ascii) ? 0.76 : 0.64;
    }
    if (is_joined_mark(c)) return 0;
    // East Asian letters, emoji.
    if ((c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xD7FF) || c >= 0xF900) return 1.1;
    return c == 0x2026 ? 1 : 0.76;
}

}  // namespace

double text_width(std::string_view text) {
    double ems = 0;
    for (std::size_t at = 0; at < text.size();) {
        const utf8::Decoded next = utf8::decode(text, at);
        ems += width_of(next.code_point);
        at += next.size;
    }
    return ems * kTextSize;
}

std::string cut_to_width(std::string_view text, double width) {
    if (text_width(text) <= width) return std::string(text);
    double left = width - text_width(kEllipsis);
    std::size_t end = 0;  // of the last whole character that fits
    for (std::size_t at = 0; at < text.size();) {
        const utf8::Decoded next = utf8::decode(text, at);
        if (!is_joined_mark(next.code_point)) end = at;
        left -= width_of(next.code_point) * kTextSize;
        if (left < 0) break;
        at += next.size;
    }
    while (end > 0 && text[end - 1] == ' ') --end;
    return std::string(text.substr(0, end)) + std::string(kEllipsis);
}

}  // namespace lede::charts
