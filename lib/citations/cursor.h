// Cursor: the reading position that all citation grammars share.
//
//   Cursor c("22 U.S.C.  9241", 10);  c.skip_blank();  c.at == 11;  c.accept("9241") -> true
//
// Bytes in, bytes out; blanks are ASCII white space and the no-break spaces that legal texts are
// full of; dashes are the hyphen, its typographic forms and the minus sign. Every step is bounded,
// so that no grammar can look further than it reads.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "text/span.h"
#include "text/unicode.h"

namespace lede::citations {

// ASCII letters and digits.
constexpr std::array<bool, 128> kWordBytes = [] {
    std::array<bool, 128> table{};
    for (char c = 0; c < 127; ++c)
        table[static_cast<unsigned char>(c)] =
            unicode::is_ascii_letter(c) || unicode::is_ascii_digit(c);
    return table;
}();

// Letters and digits in the sense of the word scanner: ASCII alphanumerics and any byte of a
// multi-byte letter. The blocks of typographic signs (U+0080 to U+00BF, U+2000 to U+20BF) are not.
constexpr bool is_word_byte(std::string_view text, std::size_t at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) return kWordBytes[byte];
    if (byte >= 0xC0) return byte != 0xC2 && byte != 0xE2;
    if (at == 0) return false;
    const auto before = static_cast<unsigned char>(text[at - 1]);
    if (before >= 0xC0) return before != 0xC2 && before != 0xE2;
    return at >= 2 && before >= 0x80 && static_cast<unsigned char>(text[at - 2]) != 0xE2;
}

class Cursor {
  public:
    Cursor(std::string_view buffer, std::uint32_t position) : text(buffer), at(position) {}

    std::string_view text;
    std::uint32_t at;

    bool done() const { return at >= text.size(); }
    char peek() const { return done() ? '\0' : text[at]; }
    char peek(std::uint32_t ahead) const {
        return at + ahead >= text.size() ? '\0' : text[at + ahead];
    }
    bool at_digit() const { return unicode::is_ascii_digit(peek()); }
    bool at_word() const { return !done() && is_word_byte(text, at); }

    // Skips at most eight blanks; tells whether there was one.
    bool skip_blank();

    // Accepts exactly these bytes, or these ASCII letters in any case.
    bool accept(std::string_view literal);
    bool accept_folded(std::string_view literal);

    // As `accept_folded`, and what follows is no word byte.
    bool accept_word(std::string_view word);

    // A section sign; "§§" is two.
    bool accept_section_sign() { return accept("\xC2\xA7"); }

    // Bytes of the dash at `at`, or 0; and accepting it.
    std::uint32_t dash_size() const;
    bool accept_dash();

    // A quotation mark of any shape.
    bool accept_quote();

    // A run of at most `most` digits, with thousands commas if asked for; empty if there is none
    // or it is longer.
    Span digits(std::uint32_t most, bool commas = false);

    // The word at the cursor, not consumed.
    Span word() const;
};

// Begin of the blanks that end at `end`, at most eight of them and not before `floor`.
std::uint32_t before_blanks(std::string_view text, std::uint32_t end, std::uint32_t floor);

// The word that ends at `end`: maximal run of word bytes, not before `floor`, at most 48 bytes.
Span word_before(std::string_view text, std::uint32_t end, std::uint32_t floor);

}  // namespace lede::citations
