#include "text/lower_case.h"

#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/stringpiece.h>

#include <stdexcept>

#include "text/unicode.h"
#include "text/utf8.h"

namespace lede {
namespace {

// The two code points whose lower case is more than one code point, or depends on the word.
constexpr bool needs_context(char32_t c) { return c == 0x130 || c == 0x3A3; }

void lower_by_icu(std::string_view text, std::string& out) {
    out.clear();
    UErrorCode status = U_ZERO_ERROR;
    icu::StringByteSink<std::string> sink(&out);
    icu::CaseMap::utf8ToLower("", 0,
                              icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())),
                              sink, nullptr, status);
    if (U_FAILURE(status)) throw std::runtime_error("ICU cannot lower-case this text");
}

}  // namespace

void lower_into(std::string_view text, std::string& out) {
    out.clear();
    for (std::size_t at = 0; at < text.size();) {
        if (static_cast<unsigned char>(text[at]) < 0x80) {
            out.push_back(unicode::ascii_lower(text[at++]));
            continue;
        }
        const utf8::Decoded next = utf8::decode_multibyte(text, at);
        if (needs_context(next.code_point)) return lower_by_icu(text, out);
        utf8::append(out, unicode::to_lower(next.code_point));
        at += next.size;
    }
}

std::string lower_case(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    lower_into(text, out);
    return out;
}

}  // namespace lede
