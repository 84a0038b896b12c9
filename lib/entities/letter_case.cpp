#include "entities/letter_case.h"

#include "text/unicode.h"
#include "text/utf8.h"

namespace lede::entities {

bool begins_with_capital(std::string_view word) {
    return !word.empty() && unicode::is_upper(utf8::decode(word, 0).code_point);
}

bool begins_with_letter(std::string_view word) {
    return !word.empty() && unicode::is_letter(utf8::decode(word, 0).code_point);
}

bool CaseCount::is_caseless(const Document& document, const Sentence& sentence) const {
    if (!any_capital_) return words_ > 0;
    const auto kind = sentence.block == kNone ? BlockKind::kParagraph
                                              : document.article.blocks[sentence.block].kind;
    const bool heading = kind == BlockKind::kTitle || kind == BlockKind::kHeading;
    const std::size_t small = words_ - capitals_;
    if (words_ < 4 || small * (heading ? 3 : 10) >= words_) return false;
    return heading || !any_telling_;
}

bool is_caseless(const Document& document, const Sentence& sentence) {
    CaseCount count;
    for (auto i = sentence.first_token; i < sentence.last_token; ++i) {
        const std::string_view word = document.token_text(i);
        count.add(word.size(), begins_with_letter(word), begins_with_capital(word));
    }
    return count.is_caseless(document, sentence);
}

void word_shape(std::string_view word, std::string& out) {
    out.clear();
    for (std::size_t at = 0; at < word.size();) {
        const utf8::Decoded next = utf8::decode(word, at);
        const std::uint8_t bits = unicode::properties(next.code_point);
        std::string_view mark = word.substr(at, next.size);
        if (bits & unicode::kUpper)
            mark = "X";
        else if (bits & unicode::kLetter)
            mark = "x";
        else if (bits & unicode::kDigit)
            mark = "0";
        at += next.size;
        if (out.size() >= 2 * mark.size() && out.ends_with(mark) &&
            std::string_view(out).substr(0, out.size() - mark.size()).ends_with(mark))
            continue;
        out.append(mark);
        if (out.size() > 12) return;
    }
}

}  // namespace lede::entities
