#include "search/query_cursor.h"

#include <charconv>

#include "text/unicode.h"

namespace lede::search {
namespace {

bool begins_name(char c) { return unicode::is_ascii_letter(c) || c == '_'; }
bool continues_name(char c) { return begins_name(c) || unicode::is_ascii_digit(c); }

}  // namespace

std::size_t QueryCursor::position() {
    while (at_ < text_.size() && unicode::is_ascii_space(text_[at_])) ++at_;
    return at_;
}

bool QueryCursor::sees(std::string_view token) {
    return text_.substr(position()).starts_with(token);
}

bool QueryCursor::take(std::string_view token) {
    if (!sees(token)) return false;
    at_ += token.size();
    return true;
}

std::optional<std::string> QueryCursor::take_name() {
    const std::size_t begin = position();
    if (begin == text_.size() || !begins_name(text_[begin])) return std::nullopt;
    while (at_ < text_.size() && continues_name(text_[at_])) ++at_;
    return std::string(text_.substr(begin, at_ - begin));
}

bool QueryCursor::take_word(std::string_view word) {
    const std::size_t before = at_;
    if (take_name() == word) return true;
    at_ = before;
    return false;
}

std::optional<std::string> QueryCursor::take_string() {
    const std::size_t open = position();
    if (!sees_string()) return std::nullopt;
    const char mark = text_[open];
    std::string content;
    for (at_ = open + 1; at_ < text_.size(); ++at_) {
        const char c = text_[at_];
        const bool has_next = at_ + 1 < text_.size();
        if (c == mark && has_next && text_[at_ + 1] == mark) {
            content += text_[at_++];
        } else if (c == mark) {
            ++at_;
            return content;
        } else if (c == '\\' && has_next) {
            if (text_[at_ + 1] != mark) content += c;
            content += text_[++at_];
        } else {
            content += c;
        }
    }
    at_ = open;
    return std::nullopt;
}

std::optional<std::string> QueryCursor::take_ordered() {
    const std::size_t begin = position();
    const auto is_digit = [&](std::size_t at) {
        return at < text_.size() && unicode::is_ascii_digit(text_[at]);
    };
    if (!is_digit(begin) && !(sees("-") && is_digit(begin + 1))) return std::nullopt;
    ++at_;
    while (is_digit(at_) || (at_ < text_.size() && is_digit(at_ + 1) &&
                             (text_[at_] == '-' || text_[at_] == '.' || text_[at_] == ':')))
        ++at_;
    return std::string(text_.substr(begin, at_ - begin));
}

std::optional<std::uint32_t> QueryCursor::take_count() {
    const std::size_t begin = position();
    std::uint32_t count = 0;
    const auto parsed = std::from_chars(text_.data() + begin, text_.data() + text_.size(), count);
    if (parsed.ec != std::errc()) return std::nullopt;
    at_ = static_cast<std::size_t>(parsed.ptr - text_.data());
    return count;
}

}  // namespace lede::search
