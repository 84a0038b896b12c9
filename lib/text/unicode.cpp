#include "text/unicode.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "text/utf8.h"

namespace lede::unicode {
namespace {

constexpr std::uint8_t ascii_properties(char32_t c) {
    if (c >= 'A' && c <= 'Z') return kLetter | kUpper;
    if (c >= 'a' && c <= 'z') return kLetter | kLower;
    if (c >= '0' && c <= '9') return kDigit;
    if (c == ' ' || (c >= '\t' && c <= '\r')) return kSpace;
    if (c == '$' || c == '+' || c == '<' || c == '=' || c == '>' || c == '^' || c == '`' ||
        c == '|' || c == '~')
        return kSymbol;
    if (c > ' ' && c < 0x7F) return kPunctuation;
    return 0;
}

constexpr auto kAscii = [] {
    std::array<std::uint8_t, 128> table{};
    for (char32_t c = 0; c < 128; ++c) table[c] = ascii_properties(c);
    return table;
}();

// Typographic forms that a key should not distinguish.
constexpr char32_t plain_form(char32_t c) {
    switch (c) {
        case 0x2018:  // left single quotation mark
        case 0x2019:  // right single quotation mark
        case 0x02BC:  // modifier letter apostrophe
            return '\'';
        case 0x2010:  // hyphen
        case 0x2011:  // non-breaking hyphen
            return '-';
        case 0x00A0:  // no-break space
        case 0x202F:  // narrow no-break space
            return ' ';
        default:
            return c;
    }
}

}  // namespace

std::uint8_t properties_of_other(char32_t c) {
    const auto code = static_cast<UChar32>(c);
    const std::uint32_t mask = U_GET_GC_MASK(code);
    std::uint8_t bits = 0;
    if (mask & (U_GC_L_MASK | U_GC_M_MASK)) bits |= kLetter;
    if (mask & (U_GC_LU_MASK | U_GC_LT_MASK)) bits |= kUpper;
    if (mask & U_GC_LL_MASK) bits |= kLower;
    if (mask & U_GC_ND_MASK) bits |= kDigit;
    if (mask & U_GC_P_MASK) bits |= kPunctuation;
    if (mask & U_GC_S_MASK) bits |= kSymbol;
    if (u_isUWhiteSpace(code)) bits |= kSpace;
    return bits;
}

std::uint8_t properties(char32_t c) { return c < 128 ? kAscii[c] : properties_of_other(c); }

char32_t to_lower(char32_t c) {
    if (c < 128) return c >= 'A' && c <= 'Z' ? c + 32 : c;
    return static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
}

char32_t to_upper(char32_t c) {
    if (c < 128) return c >= 'a' && c <= 'z' ? c - 32 : c;
    return static_cast<char32_t>(u_toupper(static_cast<UChar32>(c)));
}

void fold_into(std::string_view text, std::string& out) {
    // Most words are ASCII: no growing byte by byte.
    out.resize(text.size());
    std::size_t at = 0;
    for (; at < text.size() && static_cast<unsigned char>(text[at]) < 0x80; ++at)
        out[at] = ascii_lower(text[at]);
    out.resize(at);
    while (at < text.size()) {
        if (static_cast<unsigned char>(text[at]) < 0x80) {
            out.push_back(ascii_lower(text[at++]));
            continue;
        }
        const utf8::Decoded next = utf8::decode_multibyte(text, at);
        const auto folded =
            u_foldCase(static_cast<UChar32>(plain_form(next.code_point)), U_FOLD_CASE_DEFAULT);
        utf8::append(out, static_cast<char32_t>(folded));
        at += next.size;
    }
}

std::string fold(std::string_view text) {
    std::string out;
    fold_into(text, out);
    return out;
}

bool equal_folded(std::string_view a, std::string_view b) { return fold(a) == fold(b); }

std::string without_marks(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* const decomposer = icu::Normalizer2::getNFDInstance(status);
    if (U_FAILURE(status)) return std::string(text);
    const auto decomposed = decomposer->normalize(
        icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())}),
        status);
    if (U_FAILURE(status)) return std::string(text);
    std::string out;
    for (std::int32_t at = 0; at < decomposed.length(); at = decomposed.moveIndex32(at, 1)) {
        const UChar32 c = decomposed.char32At(at);
        if (!(U_GET_GC_MASK(c) & U_GC_M_MASK)) utf8::append(out, static_cast<char32_t>(c));
    }
    return out;
}

}  // namespace lede::unicode
