#include "reading/text_lines.h"

#include <algorithm>
#include <array>

#include "text/byte_masks.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace lede::reading {
namespace {

constexpr std::uint32_t kWidest = 140;  // no one breaks lines by hand further out
constexpr std::uint32_t kNarrowest = 30;

enum class LineBreak : unsigned char { kNone, kLine, kParagraph };

// The bytes with which a line break may begin.
constexpr std::array<char, 4> kMayBreak = {'\n', '\r', '\xC2', '\xE2'};

// The line break at `at`, and its size.
LineBreak break_at(std::string_view text, std::size_t at, std::size_t& size) {
    size = 1;
    const char c = text[at];
    if (c == '\n') return LineBreak::kLine;
    if (c == '\r') {
        if (at + 1 < text.size() && text[at + 1] == '\n') size = 2;
        return LineBreak::kLine;
    }
    if (c == '\xC2' && text.substr(at).starts_with("\xC2\x85")) {
        size = 2;
        return LineBreak::kLine;
    }
    if (c == '\xE2') {
        size = 3;
        if (text.substr(at).starts_with("\xE2\x80\xA8")) return LineBreak::kLine;
        if (text.substr(at).starts_with("\xE2\x80\xA9")) return LineBreak::kParagraph;
    }
    return LineBreak::kNone;
}

Span trim(std::string_view text, std::size_t begin, std::size_t end) {
    while (begin < end) {
        const utf8::Decoded next = utf8::decode(text, begin);
        if (!unicode::is_space(next.code_point)) break;
        begin += next.size;
    }
    while (begin < end) {
        const utf8::Decoded last = utf8::decode_before(text, end);
        if (!unicode::is_space(last.code_point)) break;
        end -= last.size;
    }
    return make_span(begin, std::max(begin, end));
}

// Code points of the first word of a line.
std::uint32_t first_word_width(std::string_view line) {
    const std::size_t end = std::min(line.find(' '), line.size());
    return static_cast<std::uint32_t>(utf8::count_code_points(line.substr(0, end)));
}

// The width to which nearly all lines with a line below them keep; 0 if there is none.
std::uint32_t common_width(const std::vector<TextLine>& lines) {
    std::array<std::uint32_t, kWidest + 2> counts{};
    std::uint32_t total = 0;
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
        if (lines[i + 1].after_blank) continue;
        ++counts[std::min(lines[i].width, kWidest + 1)];
        ++total;
    }
    std::uint32_t wider = 0;
    for (std::uint32_t width = kWidest + 1; width > 0; --width) {
        wider += counts[width];
        if (wider * 50 > total) return width > kWidest ? 0 : width;
    }
    return 0;
}

// Paragraphs that begin with blanks and no blank line, as wire services send them: most lines stand
// at the margin, and those with one below them at the margin are long.
bool are_paragraphs_indented(const std::vector<TextLine>& lines) {
    std::size_t indented = 0, at_margin = 0, after_long = 0;
    for (std::size_t i = 1; i < lines.size(); ++i) {
        if (lines[i].after_blank) continue;
        indented += lines[i].indented;
        if (lines[i].indented) continue;
        ++at_margin;
        after_long += lines[i - 1].width >= kNarrowest && lines[i - 1].width <= kWidest;
    }
    return indented > 1 && at_margin > indented && after_long * 10 >= at_margin * 8;
}

}  // namespace

std::vector<TextLine> split_lines(std::string_view text) {
    std::vector<TextLine> lines;
    bool after_blank = true;
    std::size_t begin = 0;
    const auto end_line = [&](std::size_t end) {
        const Span span = trim(text, begin, end);
        if (!span.empty()) {
            const auto width = static_cast<std::uint32_t>(utf8::count_code_points(span.of(text)));
            const std::string_view lead = text.substr(begin, span.begin - begin);
            const bool indented = lead.size() > 1 || lead.starts_with('\t');
            lines.push_back({span, width, after_blank, indented});
        }
        after_blank = span.empty();
    };
    for (std::size_t at = 0; at < text.size();) {
        at = find_byte_of(text, at, kMayBreak);
        if (at == text.size()) break;
        std::size_t size = 0;
        const LineBreak found = break_at(text, at, size);
        if (found == LineBreak::kNone) {
            ++at;
            continue;
        }
        end_line(at);
        if (found == LineBreak::kParagraph) after_blank = true;
        at += size;
        begin = at;
    }
    end_line(text.size());
    return lines;
}

std::vector<bool> find_continuations(std::string_view text, const std::vector<TextLine>& lines) {
    std::vector<bool> continues(lines.size(), false);
    if (are_paragraphs_indented(lines)) {
        for (std::size_t i = 1; i < lines.size(); ++i)
            continues[i] = !lines[i].after_blank && !lines[i].indented;
        return continues;
    }
    const std::uint32_t width = common_width(lines);
    if (width < kNarrowest) return continues;
    std::size_t pairs = 0, full = 0;
    for (std::size_t i = 1; i < lines.size(); ++i) {
        if (lines[i].after_blank) continue;
        const std::string_view line = lines[i].span.of(text);
        ++pairs;
        continues[i] = lines[i - 1].width + 1 + first_word_width(line) > width;
        full += continues[i];
        // A short line before a small letter was broken early; it did not end.
        if (unicode::is_lower(utf8::decode(line, 0).code_point)) continues[i] = true;
    }
    if (pairs < 3 || full * 10 < pairs * 7) continues.assign(lines.size(), false);
    return continues;
}

}  // namespace lede::reading
