#include "tokens/characters.h"

namespace lede::tokens {

std::size_t other_space_size(std::string_view text, std::size_t at) {
    const utf8::Decoded c = utf8::decode_multibyte(text, at);
    constexpr char32_t kNextLine = 0x85, kZeroWidthSpace = 0x200B, kByteOrderMark = 0xFEFF;
    const bool space = unicode::is_space(c.code_point) || c.code_point == kNextLine ||
                       c.code_point == kZeroWidthSpace || c.code_point == kByteOrderMark;
    return space && c.valid ? c.size : 0;
}

std::size_t other_word_char_size(std::string_view text, std::size_t at) {
    const utf8::Decoded c = utf8::decode_multibyte(text, at);
    constexpr char32_t kSoftHyphen = 0xAD, kNonJoiner = 0x200C, kJoiner = 0x200D;
    const bool word = unicode::is_alphanumeric(c.code_point) || c.code_point == kSoftHyphen ||
                      c.code_point == kNonJoiner || c.code_point == kJoiner;
    return word && c.valid ? c.size : 0;
}

}  // namespace lede::tokens
