#include "text/emoji.h"

#include <unicode/uchar.h>

#include "text/utf8.h"

namespace lede {
namespace {

constexpr char32_t kJoiner = 0x200D, kEmojiStyle = 0xFE0F, kKeycap = 0x20E3;

// The character at `at`, or 0 at the end of the text or where its bytes are broken.
utf8::Decoded character(std::string_view text, std::size_t at) {
    if (at >= text.size()) return {0, 0, false};
    const utf8::Decoded c = utf8::decode(text, at);
    return c.valid ? c : utf8::Decoded{0, 0, false};
}

bool is(char32_t c, UProperty property) {
    return u_hasBinaryProperty(static_cast<UChar32>(c), property);
}

// Skin tone, style, keycap and tags that follow a pictograph.
std::size_t skip_modifiers(std::string_view text, std::size_t at, bool& styled) {
    for (;;) {
        const utf8::Decoded c = character(text, at);
        const bool tag = c.code_point >= 0xE0020 && c.code_point <= 0xE007F;
        const bool style = c.code_point == kEmojiStyle || c.code_point == kKeycap;
        if (c.size == 0 || !(style || tag || is(c.code_point, UCHAR_EMOJI_MODIFIER))) return at;
        styled = true;
        at += c.size;
    }
}

}  // namespace

std::size_t emoji_size(std::string_view text, std::size_t begin) {
    std::size_t at = begin;
    for (;;) {
        const utf8::Decoded c = character(text, at);
        if (c.code_point < 0x80) break;
        if (is(c.code_point, UCHAR_REGIONAL_INDICATOR)) {
            const utf8::Decoded second = character(text, at + c.size);
            const bool flag = second.size > 0 && is(second.code_point, UCHAR_REGIONAL_INDICATOR);
            return at + c.size + (flag ? second.size : 0) - begin;
        }
        if (!is(c.code_point, UCHAR_EXTENDED_PICTOGRAPHIC)) break;
        bool shown = at > begin || is(c.code_point, UCHAR_EMOJI_PRESENTATION);
        const std::size_t end = skip_modifiers(text, at + c.size, shown);
        if (!shown) break;
        at = end;
        const utf8::Decoded joiner = character(text, at);
        if (joiner.code_point != kJoiner) break;
        const utf8::Decoded next = character(text, at + joiner.size);
        if (next.size == 0 || !is(next.code_point, UCHAR_EXTENDED_PICTOGRAPHIC)) break;
        at += joiner.size;
    }
    return at - begin;
}

}  // namespace lede
