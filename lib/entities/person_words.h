// PersonWords: titles and given names, and the gender they tell.
//
//   words.title_gender("Mrs.") -> feminine      words.given_name_gender("Angela") -> feminine
#pragma once

#include <string_view>

#include "lexicon/lexicon.h"
#include "model/document.h"
#include "model/mention.h"

namespace lede::entities {

class PersonWords {
  public:
    explicit PersonWords(const Lexicon& lexicon);

    // kUnknown for words that are no title or name, and for those of both genders.
    Gender title_gender(std::string_view title) const;
    Gender given_name_gender(std::string_view name) const;

    // The longest title that ends before token `token`, in its sentence; empty: none.
    Span title_before(const Document& document, std::uint32_t token) const;

  private:
    lexicon::Table given_;
    lexicon::Table titles_;
    lexicon::PhraseIndex title_phrases_;
};

}  // namespace lede::entities
