#include "writing/row_writer.h"

#include <algorithm>

#include "text/eight_bytes.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace lede::writing {
namespace {

constexpr bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0); }

// Some readers end a row at these, too.
constexpr bool is_line_break(char32_t c) {
    return (c >= '\n' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029;
}

// Whether all is ASCII without blanks and control characters.
bool is_plain(std::string_view text) {
    // The high bit of a byte: it is below 0x21, or above 0x7E; others never borrow or carry.
    return !any_eight(text, 'a', [](std::uint64_t bytes) {
        return ((bytes - 0x21 * kOnes) | (bytes + kOnes) | bytes) & kHighBits;
    });
}

void append_csv(std::string& out, std::string_view cell) {
    const bool quoted = cell.find_first_of(",\"\r\n") != std::string_view::npos ||
                        cell.starts_with(' ') || cell.ends_with(' ');
    if (quoted) out += '"';
    for (std::size_t at = 0; at < cell.size();) {
        const utf8::Decoded decoded = utf8::decode(cell, at);
        const bool kept = !is_control(decoded.code_point) || cell[at] == '\t' || cell[at] == '\n' ||
                          cell[at] == '\r';
        if (kept) out += cell.substr(at, decoded.size);
        if (cell[at] == '"') out += '"';
        at += decoded.size;
    }
    if (quoted) out += '"';
}

}  // namespace

void append_collapsed(std::string& out, std::string_view text) {
    if (is_plain(text)) {  // most cells are a word or a number
        out += text;
        return;
    }
    bool pending_blank = false;
    const std::size_t begin = out.size();
    for (std::size_t at = 0; at < text.size();) {
        const utf8::Decoded decoded = utf8::decode(text, at);
        const char32_t c = decoded.code_point;
        if (unicode::is_space(c) || is_line_break(c)) {
            pending_blank = true;
        } else if (!is_control(c)) {
            if (pending_blank && out.size() > begin) out += ' ';
            pending_blank = false;
            out += text.substr(at, decoded.size);
        }
        at += decoded.size;
    }
}

void RowWriter::separate() {
    if (!first_) out_ += dialect_ == Dialect::kTsv ? '\t' : ',';
    first_ = false;
}

void RowWriter::text(std::string_view cell) {
    separate();
    if (dialect_ == Dialect::kTsv)
        append_collapsed(out_, cell);
    else
        append_csv(out_, cell);
}

void RowWriter::number(std::uint64_t cell) {
    separate();
    out_ += std::to_string(cell);
}

void RowWriter::end() {
    out_ += dialect_ == Dialect::kTsv ? "\n" : "\r\n";
    first_ = true;
}

}  // namespace lede::writing
