// QueryCursor: the characters of a query text, read one piece at a time.
//
//   [lower="kim"%c]   take("[") take_name() take("=") take_string() …
//
// Every take… skips blanks before it and consumes nothing when it fails.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace lede::search {

class QueryCursor {
  public:
    explicit QueryCursor(std::string_view text) : text_(text) {}

    // Byte in the text, after blanks.
    std::size_t position();
    bool at_end() { return position() == text_.size(); }

    // Whether `token` stands here.
    bool sees(std::string_view token);
    bool take(std::string_view token);

    // Letters, digits and '_', a letter or '_' first. take_word: only this one, whole.
    std::optional<std::string> take_name();
    bool take_word(std::string_view word);

    // "…" or '…' as it stands: a backslash stays for the regex, but \" is the mark itself, and so
    // is a doubled mark. Nothing if the closing mark is missing.
    std::optional<std::string> take_string();
    bool sees_string() { return sees("\"") || sees("'"); }

    // Digits, '-', '.' and ':' after a digit or '-': a number, or a day such as 2016-01-01.
    std::optional<std::string> take_ordered();
    std::optional<std::uint32_t> take_count();

    std::size_t mark() const { return at_; }
    void go_back(std::size_t mark) { at_ = mark; }

  private:
    std::string_view text_;
    std::size_t at_ = 0;
};

}  // namespace lede::search
