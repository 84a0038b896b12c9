#include "tokens/sentence_splitter.h"

#include "tokens/characters.h"

namespace lede::tokens {
namespace {

bool is_closer(std::string_view token) {
    return token == "\"" || token == "”" || token == "'" || token == "’" || token == ")" ||
           token == "]" || token == "''" || token == "»";
}

bool is_opener(char32_t c) {
    return c == '"' || c == '\'' || c == U'“' || c == U'‘' || c == '(' || c == '[' || c == U'«' ||
           c == '`' || c == U'¿' || c == U'¡';
}

// The first byte of the next word, past opening marks.
std::size_t next_word(std::string_view text, Gap gap) {
    std::size_t at = gap.end;
    for (int marks = 0; marks < 4 && at < gap.limit; ++marks) {
        const utf8::Decoded c = utf8::decode(text, at);
        if (!is_opener(c.code_point)) break;
        at += c.size;
    }
    return at;
}

std::string_view ascii_word(std::string_view text, std::size_t at, std::size_t limit) {
    std::size_t end = at;
    while (end < limit && end - at < 32 && (byte_class(text[end]) & kPlainByte)) ++end;
    return text.substr(at, end - at);
}

}  // namespace

bool SentenceSplitter::ends(std::string_view text, const std::vector<Token>& tokens,
                            Gap gap) const {
    std::size_t core = tokens.size() - 1;
    const bool closed = is_closer(tokens[core].span.of(text));
    for (int marks = 0; marks < 4 && core > gap.sentence; ++marks) {
        if (!is_closer(tokens[core].span.of(text))) break;
        --core;
    }
    const std::string_view mark = tokens[core].span.of(text);
    const char last = mark.back();
    const bool ellipsis = mark.ends_with("…") || mark.ends_with("..");
    if (last != '.' && last != '!' && last != '?' && !ellipsis) return false;
    const std::size_t next = next_word(text, gap);
    const bool lower = is_lower_at(text, next);
    if (last == '.' && mark.size() > 1 && !ellipsis) {
        if (lower) return false;
        return abbreviation_ends(text, tokens, gap, core);
    }
    if (lower) return false;
    if (ellipsis || closed) return is_upper_at(text, next) || is_digit_at(text, next);
    // "1. The first point": a list's number.
    if (core == gap.sentence + 1 && last == '.' &&
        is_digit_at(text, tokens[gap.sentence].span.begin))
        return false;
    const char32_t c = next < gap.limit ? utf8::decode(text, next).code_point : 0;
    return c != ',' && c != ';' && c != ':' && c != ')';
}

bool SentenceSplitter::abbreviation_ends(std::string_view text, const std::vector<Token>& tokens,
                                         Gap gap, std::size_t core) const {
    const std::size_t next = next_word(text, gap);
    if (!is_upper_at(text, next) && next == gap.end) return false;
    const std::string_view word = ascii_word(text, next, gap.limit);
    const bool starter = word == "The" || word == "He" || word == "She" || word == "It" ||
                         word == "They" || word == "In" || word == "But" || word == "A" ||
                         word == "This" || word == "We" || word == "I" || word == "And";
    switch (lists_.abbreviation(tokens[core].span.of(text)).kind) {
        case AbbreviationKind::kTitle:
        case AbbreviationKind::kNumber:
        case AbbreviationKind::kStreet:
            return false;
        case AbbreviationKind::kCompany:
        case AbbreviationKind::kSuffix:
        case AbbreviationKind::kPlace:
        case AbbreviationKind::kMonth:
        case AbbreviationKind::kWeekday:
        case AbbreviationKind::kDegree:
        case AbbreviationKind::kParty:
            return starter;
        case AbbreviationKind::kTime:
        case AbbreviationKind::kUnit:
            return true;
        case AbbreviationKind::kLatin:
        case AbbreviationKind::kOther:
        case AbbreviationKind::kNone:
            break;
    }
    return starter;
}

}  // namespace lede::tokens
