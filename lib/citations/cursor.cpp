#include "citations/cursor.h"

namespace lede::citations {
namespace {

constexpr std::uint32_t kMostBlanks = 8;
constexpr std::uint32_t kLongestWord = 48;

// Bytes of the blank that begins at `at`, or 0: white space, U+00A0, U+2000 to U+200A, U+202F.
std::uint32_t blank_size(std::string_view text, std::uint32_t at) {
    if (at >= text.size()) return 0;
    if (unicode::is_ascii_space(text[at])) return 1;
    if (text.substr(at, 2) == "\xC2\xA0") return 2;
    const std::string_view three = text.substr(at, 3);
    if (three.size() < 3 || three.substr(0, 2) != "\xE2\x80") return 0;
    const auto last = static_cast<unsigned char>(three[2]);
    return last <= 0x8A || last == 0xAF ? 3 : 0;
}

}  // namespace

bool Cursor::skip_blank() {
    const std::uint32_t begin = at;
    for (std::uint32_t i = 0; i < kMostBlanks; ++i) {
        const std::uint32_t size = blank_size(text, at);
        if (size == 0) break;
        at += size;
    }
    return at != begin;
}

bool Cursor::accept(std::string_view literal) {
    if (text.substr(at, literal.size()) != literal) return false;
    at += static_cast<std::uint32_t>(literal.size());
    return true;
}

bool Cursor::accept_folded(std::string_view literal) {
    if (text.size() - at < literal.size()) return false;
    for (std::size_t i = 0; i < literal.size(); ++i)
        if (unicode::ascii_lower(text[at + i]) != unicode::ascii_lower(literal[i])) return false;
    at += static_cast<std::uint32_t>(literal.size());
    return true;
}

bool Cursor::accept_word(std::string_view word) {
    const std::uint32_t begin = at;
    if (accept_folded(word) && !at_word()) return true;
    at = begin;
    return false;
}

std::uint32_t Cursor::dash_size() const {
    if (peek() == '-') return 1;
    const std::string_view three = text.substr(done() ? text.size() : at, 3);
    if (three.size() < 3 || three[0] != '\xE2') return 0;
    if (three == "\xE2\x88\x92") return 3;
    return three[1] == '\x80' && three[2] >= '\x90' && three[2] <= '\x95' ? 3 : 0;
}

bool Cursor::accept_dash() {
    const std::uint32_t size = dash_size();
    at += size;
    return size > 0;
}

bool Cursor::accept_quote() {
    if (accept("\"") || accept("'") || accept("\xC2\xAB") || accept("\xC2\xBB")) return true;
    const std::string_view three = text.substr(done() ? text.size() : at, 3);
    if (three.size() < 3 || three.substr(0, 2) != "\xE2\x80") return false;
    if (three[2] < '\x98' || three[2] > '\x9F') return false;
    at += 3;
    return true;
}

Span Cursor::digits(std::uint32_t most, bool commas) {
    const std::uint32_t begin = at;
    std::uint32_t count = 0;
    while (at_digit()) {
        ++at;
        ++count;
        const bool grouped = commas && peek() == ',' && unicode::is_ascii_digit(peek(1)) &&
                             unicode::is_ascii_digit(peek(2)) && unicode::is_ascii_digit(peek(3)) &&
                             !unicode::is_ascii_digit(peek(4));
        if (grouped && at - begin <= 3) ++at;
    }
    if (count > most) at = begin;
    return {begin, at};
}

Span Cursor::word() const {
    std::uint32_t end = at;
    while (end < text.size() && end - at < kLongestWord && is_word_byte(text, end)) ++end;
    return {at, end};
}

std::uint32_t before_blanks(std::string_view text, std::uint32_t end, std::uint32_t floor) {
    for (std::uint32_t i = 0; i < kMostBlanks && end > floor; ++i) {
        if (unicode::is_ascii_space(text[end - 1])) {
            --end;
        } else if (end >= floor + 2 && blank_size(text, end - 2) == 2) {
            end -= 2;
        } else if (end >= floor + 3 && blank_size(text, end - 3) == 3) {
            end -= 3;
        } else {
            break;
        }
    }
    return end;
}

Span word_before(std::string_view text, std::uint32_t end, std::uint32_t floor) {
    std::uint32_t begin = end;
    while (begin > floor && end - begin < kLongestWord && is_word_byte(text, begin - 1)) --begin;
    return {begin, end};
}

}  // namespace lede::citations
