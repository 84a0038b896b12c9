// Cases of words and sentences, written inside the text.
//
//   "Kim|+’s talks failed|. ‖ He left|."     tokens: `|` parts what no space parts, `|+` a clitic
//   "Talks failed. ‖ He left."               sentences: `‖` and the space after it part them
#pragma once

#include <string>
#include <string_view>

namespace lede::test {

// The text that a case is about: without its marks.
std::string text_of_case(std::string_view marked);

// What the tokenizer makes of the text, written like a case, as one paragraph.
std::string with_tokens(const std::string& text);
std::string with_sentences(const std::string& text);

}  // namespace lede::test
