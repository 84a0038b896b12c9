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

Span next_phrase_word(std::string_view text, std::size_t at, std::size_t end) {
    text = text.substr(0, end);
    Step first{Role::kSpace, 0};
    for (; at < end; at += first.size) {
        first = step_at(text, at);
        if (first.role != Role::kSpace) break;
    }
    if (at >= end) return make_span(end, end);
    std::size_t last = at + first.size;
    while (first.role == Role::kWord && last < end) {
        if (kRoles[static_cast<unsigned char>(text[last])] == Role::kWord) {
            ++last;
            continue;
        }
        const Step next = step_at(text, last);
        if (next.role != Role::kWord) break;
        last += next.size;
    }
    return make_span(at, last);
}

void split_phrase_words(std::string_view text, std::vector<Span>& words) {
    for (Span word = next_phrase_word(text, 0, text.size()); !word.empty();
         word = next_phrase_word(text, word.end, text.size()))
        words.push_back(word);
}

std::vector<std::string> folded_phrase_words(std::string_view text) {
    std::vector<Span> spans;
    split_phrase_words(text, spans);
    std::vector<std::string> words;
    words.reserve(spans.size());
    for (const Span span : spans) words.push_back(unicode::fold(span.of(text)));
    return words;
}

}  // namespace lede::lexicon
