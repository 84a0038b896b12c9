#include "tokens/token_shape.h"

#include "tokens/characters.h"

namespace lede::tokens {
namespace {

constexpr std::size_t kLooked = 32;  // bytes of a token that decide its shape

TokenShape mark_shape(std::string_view token) {
    if (token.size() == 1) return static_cast<TokenShape>(token[0]);
    const utf8::Decoded first = utf8::decode(token, 0);
    switch (first.code_point) {
        case U'“':
        case U'‘':
        case U'«':
            return kOpenQuote;
        case U'”':
        case U'’':
        case U'»':
            return kCloseQuote;
        case U'…':
            return kEllipsis;
        case U'–':
        case U'—':
        case '-':
            return kDashes;
        case '.':
            return token[1] == '.' ? kEllipsis : kMarkRun;
        case '!':
        case '?':
            return kMarkRun;
        case '\'':
            return is_letter_at(token, 1) ? kLower : kCloseQuote;
        default:
            return first.size < 2 ? kOtherRun : kOtherMark;
    }
}

struct Letters {
    unsigned upper = 0, lower = 0, digits = 0, other = 0;
    bool address = false;  // @ or // inside
    bool capital = false;  // the first letter is upper case
};

Letters count_letters(std::string_view token) {
    Letters count;
    for (std::size_t at = 0; at < token.size();) {
        const char c = token[at];
        std::size_t size = 1;
        bool upper = unicode::is_ascii_upper(c), lower = unicode::is_ascii_lower(c);
        if (byte_class(c) & kHighByte) {
            const utf8::Decoded decoded = utf8::decode(token, at);
            size = decoded.size;
            const std::uint8_t bits = unicode::properties(decoded.code_point);
            upper = bits & unicode::kUpper;
            lower = bits & unicode::kLower;
            count.other += !upper && !lower && (bits & unicode::kLetter);
        }
        if (at == 0) count.capital = upper;
        count.upper += upper;
        count.lower += lower;
        count.address |= c == '@' || (c == '/' && at > 0 && token[at - 1] == '/');
        count.digits += unicode::is_ascii_digit(c);
        at += size;
    }
    return count;
}

}  // namespace

TokenShape token_shape(std::string_view token) {
    if (!word_char_size(token, 0)) return mark_shape(token);
    const Letters count = count_letters(token.substr(0, kLooked));
    if (count.address) return kAddress;
    if (token.back() == '.')
        return count.upper == 1 && count.lower == 0 && count.digits == 0 ? kInitial : kAbbreviated;
    if (count.digits > 0) return count.upper + count.lower == 0 ? kDigits : kNumeral;
    if (count.upper == 0) return count.lower > 0 ? kLower : kOtherLetters;
    if (count.lower == 0) return count.upper == 1 ? kInitial : kUpper;
    return count.capital && (count.upper == 1 || token.find('-') != token.npos) ? kCapital : kMixed;
}

}  // namespace lede::tokens
