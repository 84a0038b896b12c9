#include "lexicon/phrase_words.h"

#include <array>

#include "text/unicode.h"
#include "text/utf8.h"

namespace lede::lexicon {
namespace {

enum class Role : unsigned char { kSpace, kWord, kSingle, kMultibyte };

constexpr auto kRoles = [] {
    std::array<Role, 256> roles{};
    for (unsigned c = 0; c < 256; ++c) {
        const char byte = static_cast<char>(c);
        if (c >= 128)
            roles[c] = Role::kMultibyte;
        else if (c <= ' ' || c == 127)
            roles[c] = Role::kSpace;
        else if (unicode::is_ascii_letter(byte) || unicode::is_ascii_digit(byte))
            roles[c] = Role::kWord;
        else
            roles[c] = Role::kSingle;
    }
    return roles;
}();

struct Step {
    Role role;
    std::uint32_t size;
};

Step step_at(std::string_view text, std::size_t at) {
    const Role role = kRoles[static_cast<unsigned char>(text[at])];
    if (role != Role::kMultibyte) return {role, 1};
    const utf8::Decoded next = utf8::decode_multibyte(text, at);
    if (unicode::is_alphanumeric(next.code_point)) return {Role::kWord, next.size};
    return {unicode::is_space(next.code_point) ? Role::kSpace : Role::kSingle, next.size};
}

}  // namespace

void split_phrase_words(std::string_view text, std::vector<Span>& words) {
    std::size_t at = 0;
    while (at < text.size()) {
        const Step first = step_at(text, at);
        std::size_t end = at + first.size;
        if (first.role == Role::kWord) {
            while (end < text.size()) {
                const Step next = step_at(text, end);
                if (next.role != Role::kWord) break;
                end += next.size;
            }
        }
        if (first.role != Role::kSpace) words.push_back(make_span(at, end));
        at = end;
    }
}

}  // namespace lede::lexicon
