#include "tokens/characters.h"

namespace lede::tokens {

std::size_t other_word_char_size(std::string_view text, std::size_t at) {
    const auto lead = static_cast<unsigned char>(text[at]);
    const auto second = at + 1 < text.size() ? static_cast<unsigned char>(text[at + 1]) : 0U;
    // Latin letters but × and ÷; general punctuation but the joiners.
    if (lead >= 0xC3 && lead <= 0xC9 && second >= 0x80 && second < 0xC0)
        return lead != 0xC3 || (second != 0x97 && second != 0xB7) ? 2 : 0;
    const utf8::Decoded c = utf8::decode_multibyte(text, at);
    if (lead == 0xE2 && second == 0x80 && c.code_point > 0x200D) return 0;
    constexpr char32_t kSoftHyphen = 0xAD, kNonJoiner = 0x200C, kJoiner = 0x200D;
    const bool word = unicode::is_alphanumeric(c.code_point) || c.code_point == kSoftHyphen ||
                      c.code_point == kNonJoiner || c.code_point == kJoiner;
    return word && c.valid ? c.size : 0;
}

}  // namespace lede::tokens
