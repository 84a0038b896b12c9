#include "reading/json_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <optional>
#include <vector>

#include "text/byte_masks.h"
#include "text/eight_bytes.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace lede::reading {
namespace {

constexpr std::size_t kMaxDepth = 1024;

// The value of the four hexadecimal digits at `at`.
std::optional<char32_t> hex4(std::string_view text, std::size_t at) {
    if (at + 4 > text.size()) return std::nullopt;
    unsigned value = 0;
    const char* const end = text.data() + at + 4;
    const auto [stop, error] = std::from_chars(text.data() + at, end, value, 16);
    if (stop != end || error != std::errc()) return std::nullopt;
    return value;
}

constexpr bool is_high_surrogate(char32_t c) { return c >= 0xD800 && c < 0xDC00; }
constexpr bool is_low_surrogate(char32_t c) { return c >= 0xDC00 && c < 0xE000; }

// Appends what the escape at `at` (a backslash) stands for; returns its size.
std::size_t unescape_one(std::string_view text, std::size_t at, std::string& out) {
    if (at + 1 == text.size()) {
        out += '\\';
        return 1;
    }
    switch (const char letter = text[at + 1]) {
        case 'b':
            out += '\b';
            return 2;
        case 'f':
            out += '\f';
            return 2;
        case 'n':
            out += '\n';
            return 2;
        case 'r':
            out += '\r';
            return 2;
        case 't':
            out += '\t';
            return 2;
        case 'u':
            break;
        default:
            out += letter;
            return 2;
    }
    const auto first = hex4(text, at + 2);
    if (!first) {
        out += 'u';
        return 2;
    }
    if (is_high_surrogate(*first) && text.substr(at + 6).starts_with("\\u")) {
        const auto second = hex4(text, at + 8);
        if (second && is_low_surrogate(*second)) {
            utf8::append(out, 0x10000 + ((*first - 0xD800) << 10) + (*second - 0xDC00));
            return 12;
        }
    }
    utf8::append(out, *first);
    return 6;
}

bool holds_control(std::string_view text) {
    // A byte borrows from its high bit only if it, or one below it, is less than 0x20.
    return any_eight(
        text, ' ', [](std::uint64_t bytes) { return (bytes - 0x20 * kOnes) & ~bytes & kHighBits; });
}

// Walks over one JSON value; `at_` is where it stands.
class Checker {
  public:
    explicit Checker(std::string_view text) : text_(text) {}

    bool run() {
        do {
            skip_space();
            if (!value()) return false;
            if (!close()) return false;
        } while (!open_.empty());
        skip_space();
        return at_ == text_.size();
    }

  private:
    char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }

    void skip_space() {
        while (peek() == ' ' || peek() == '\t' || peek() == '\n' || peek() == '\r') ++at_;
    }

    bool string() {
        if (peek() != '"') return false;
        const std::size_t size = string_size(text_.substr(at_));
        if (size == std::string_view::npos) return false;
        const std::string_view inside = text_.substr(at_, size);
        at_ += size;
        return !holds_control(inside) && has_known_escapes(inside);
    }

    static bool has_known_escapes(std::string_view inside) {
        for (std::size_t i = inside.find('\\'); i < inside.size(); i = inside.find('\\', i + 2)) {
            if (std::string_view("\"\\/bfnrt").find(inside[i + 1]) != std::string_view::npos)
                continue;
            if (inside[i + 1] != 'u' || !hex4(inside, i + 2)) return false;
        }
        return true;
    }

    bool digits() {
        const std::size_t begin = at_;
        while (unicode::is_ascii_digit(peek())) ++at_;
        return at_ > begin;
    }

    bool number() {
        if (peek() == '-') ++at_;
        if (peek() == '0')
            ++at_;
        else if (!digits())
            return false;
        if (peek() == '.' && (++at_, !digits())) return false;
        if (peek() == 'e' || peek() == 'E') {
            ++at_;
            if (peek() == '+' || peek() == '-') ++at_;
            return digits();
        }
        return true;
    }

    bool word(std::string_view expected) {
        if (!text_.substr(at_).starts_with(expected)) return false;
        at_ += expected.size();
        return true;
    }

    bool key() {
        if (!string()) return false;
        skip_space();
        if (peek() != ':') return false;
        ++at_;
        skip_space();
        return true;
    }

    // One scalar or empty container, after opening as many containers as stand before it.
    bool value() {
        for (;;) {
            const char c = peek();
            if (c != '{' && c != '[') break;
            ++at_;
            skip_space();
            const char closing = c == '{' ? '}' : ']';
            if (peek() == closing) {
                ++at_;
                return true;
            }
            if (open_.size() == kMaxDepth) return false;
            open_.push_back(closing);
            if (c == '{' && !key()) return false;
        }
        switch (peek()) {
            case '"':
                return string();
            case 't':
                return word("true");
            case 'f':
                return word("false");
            case 'n':
                return word("null");
            default:
                return number();
        }
    }

    // Closes what ends here, or passes the comma before the next value.
    bool close() {
        while (!open_.empty()) {
            skip_space();
            if (peek() == ',') {
                ++at_;
                skip_space();
                return open_.back() == ']' || key();
            }
            if (peek() != open_.back()) return false;
            ++at_;
            open_.pop_back();
        }
        return true;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::vector<char> open_;  // the closing bracket of each open container
};

}  // namespace

std::string unescape(std::string_view inside) {
    std::string out;
    out.reserve(inside.size());
    std::size_t at = 0;
    while (at < inside.size()) {
        const std::size_t escape = std::min(inside.find('\\', at), inside.size());
        out += inside.substr(at, escape - at);
        at = escape;
        if (at < inside.size()) at += unescape_one(inside, at, out);
    }
    return out;
}

std::size_t string_size(std::string_view bytes) {
    constexpr std::array<char, 4> kStops = {'"', '\\', '"', '\\'};
    for (std::size_t at = 1; at < bytes.size();) {
        at = find_byte_of(bytes, at, kStops);
        if (at == bytes.size()) break;
        if (bytes[at] == '"') return at + 1;
        at += 2;
    }
    return std::string_view::npos;
}

bool is_json_value(std::string_view piece) { return Checker(piece).run(); }

std::string quote(std::string_view text) {
    static constexpr char kHex[] = "0123456789abcdef";
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (const auto value = static_cast<unsigned char>(c); value < 0x20) {
            out += "\\u00";
            out += kHex[value >> 4];
            out += kHex[value & 15];
        } else {
            out += c;
        }
    }
    out += '"';
    return out;
}

}  // namespace lede::reading
