#include "stats/word_key.h"

#include "text/lower_case.h"
#include "text/unicode.h"

namespace lede::stats {

std::string_view WordKey::of(std::string_view text, Span span) {
    if (letters_ == LetterCase::kKeep) return span.of(text);
    if (letters_ == LetterCase::kLower)
        lower_into(span.of(text), form_);
    else
        unicode::fold_into(span.of(text), form_);
    return form_;
}

}  // namespace lede::stats
