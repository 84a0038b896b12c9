#include "charts/escape.h"

#include "text/utf8.h"

namespace lede::charts {
namespace {

bool is_left_out(char32_t c) {
    const bool is_control = c < 0x20 || (c >= 0x7F && c < 0xA0);
    const bool turns_direction = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    return is_control || turns_direction || c == 0xFFFE || c == 0xFFFF;
}

std::string_view entity_of(char32_t c) {
    switch (c) {
        case '&':
            return "&amp;";
        case '<':
            return "&lt;";
        case '>':
            return "&gt;";
        case '"':
            return "&quot;";
        case '\'':
            return "&#39;";
        case '\t':
        case '\n':
        case '\r':
            return " ";
        default:
            return {};
    }
}

}  // namespace

void append_escaped(std::string& out, std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const utf8::Decoded next = utf8::decode(text, at);
        if (const std::string_view entity = entity_of(next.code_point); !entity.empty())
            out += entity;
        else if (!is_left_out(next.code_point))
            out += text.substr(at, next.size);
        at += next.size;
    }
}

std::string escaped(std::string_view text) {
    std::string out;
    append_escaped(out, text);
    return out;
}

}  // namespace lede::charts
