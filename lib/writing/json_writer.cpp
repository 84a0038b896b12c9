#include "writing/json_writer.h"

#include <charconv>
#include <cmath>

#include "text/eight_bytes.h"

namespace lede::writing {
namespace {

constexpr char kControlLead = '\xC2';

constexpr bool needs_escape(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 || c == '"' || c == '\\' || byte == 0x7F || c == kControlLead;
}

// Not 0 where one of eight bytes needs an escape (and for some that follow such a byte).
constexpr std::uint64_t need_escape(std::uint64_t bytes) {
    const auto none = [](std::uint64_t differences) {
        return (differences - kOnes) & ~differences;
    };
    const std::uint64_t found = ((bytes - 0x20 * kOnes) & ~bytes) | none(bytes ^ kOnes * '"') |
                                none(bytes ^ kOnes * '\\') | none(bytes ^ kOnes * 0x7F) |
                                none(bytes ^ kOnes * 0xC2);
    return found & kHighBits;
}

// The place of the first byte from `at` on that needs an escape.
std::size_t find_escape(std::string_view text, std::size_t at) {
    while (at + 8 <= text.size() && need_escape(load_eight(text.data() + at)) == 0) at += 8;
    while (at < text.size() && !needs_escape(text[at])) ++at;
    return at;
}

constexpr bool is_second_control(char c) { return static_cast<unsigned char>(c) < 0xA0; }

void append_escape(std::string& out, char c) {
    constexpr std::string_view kHex = "0123456789abcdef";
    switch (c) {
        case '"':
            out += "\\\"";
            return;
        case '\\':
            out += "\\\\";
            return;
        case '\n':
            out += "\\n";
            return;
        case '\r':
            out += "\\r";
            return;
        case '\t':
            out += "\\t";
            return;
        default:
            break;
    }
    const auto byte = static_cast<unsigned char>(c);
    out += "\\u00";
    out += kHex[byte >> 4];
    out += kHex[byte & 15];
}

void append_number(std::string& out, std::uint64_t value) {
    char digits[20];
    const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
    out.append(digits, end);
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
    out += '"';
    for (std::size_t from = 0;;) {
        std::size_t escape = find_escape(text, from);
        out.append(text.data() + from, escape - from);
        if (escape == text.size()) break;
        // The controls U+0080 to U+009F, which some terminals obey, are C2 80 to C2 9F.
        if (text[escape] == kControlLead) {
            const bool control = escape + 1 < text.size() && is_second_control(text[escape + 1]);
            if (control)
                append_escape(out, text[++escape]);
            else
                out += text[escape];
        } else {
            append_escape(out, text[escape]);
        }
        from = escape + 1;
    }
    out += '"';
}

void JsonWriter::separate() {
    if (needs_comma_) out_ += ',';
    needs_comma_ = true;
}

void JsonWriter::open(char bracket) {
    separate();
    out_ += bracket;
    needs_comma_ = false;
}

void JsonWriter::close(char bracket) {
    out_ += bracket;
    needs_comma_ = true;
}

JsonWriter& JsonWriter::key(std::string_view name) {
    separate();
    append_json_string(out_, name);
    out_ += ':';
    needs_comma_ = false;
    return *this;
}

void JsonWriter::string(std::string_view text) {
    separate();
    append_json_string(out_, text);
}

void JsonWriter::number(std::uint64_t value) {
    separate();
    append_number(out_, value);
}

void JsonWriter::boolean(bool value) { raw(value ? "true" : "false"); }

void JsonWriter::raw(std::string_view json) {
    separate();
    out_ += json;
}

void JsonWriter::share(float value) {
    separate();
    const auto hundredths = std::lround(std::clamp(value, 0.0F, 1.0F) * 100);
    append_number(out_, static_cast<std::uint64_t>(hundredths / 100));
    out_ += '.';
    out_ += static_cast<char>('0' + hundredths / 10 % 10);
    out_ += static_cast<char>('0' + hundredths % 10);
}

}  // namespace lede::writing
