// NameRules: names by gazetteers and by the words around them.
//
//   "President Donald Trump told the Ministry of Defense"
//   -> [Donald Trump|PERSON] (title, given name), [Ministry of Defense|ORG] (its first word)
//
// A run of capitalised words is cut at titles and at names the gazetteer knows, and typed by its
// last word, its first word, its neighbours. In headlines every word has a capital: there only what
// a table knows counts, and what the article names elsewhere.
#pragma once

#include <vector>

#include "entities/gazetteer.h"
#include "entities/named_span.h"
#include "lexicon/lexicon.h"
#include "model/document.h"

namespace lede::entities {

class NameRules {
  public:
    explicit NameRules(const Lexicon& lexicon);

    // Names in text order, without overlaps. Tokens inside dates are left alone. Linear; safe from
    // many threads.
    std::vector<NamedSpan> find(const Document& document, const Gazetteer& gazetteer) const;

    // The gender that a title or given name tells: "m", "f", or nothing.
    std::string_view title_gender(std::string_view title) const;
    std::string_view given_name_gender(std::string_view name) const;

    // The words before token `token` that are a title, as a span; empty: none.
    Span title_before(const Document& document, std::uint32_t token) const;

  private:
    struct Run {
        std::uint32_t first;
        std::uint32_t last;
        bool headline;
        bool opens_sentence;
    };

    void find_in_sentence(const Document& document, const Gazetteer& gazetteer,
                          const std::vector<bool>& taken, std::uint32_t sentence,
                          std::vector<NamedSpan>& out) const;
    void type_run(const Document& document, Run run, std::vector<NamedSpan>& out) const;
    std::uint32_t title_length(const Document& document, std::uint32_t first,
                               std::uint32_t last) const;
    bool continues_run(const Document& document, std::uint32_t end, std::uint32_t k) const;
    void repeat_names(const Document& document, const std::vector<bool>& taken,
                      std::vector<NamedSpan>& names) const;
    bool is_small_word(std::string_view word) const;
    bool is_given_name(std::string_view word) const;
    std::string_view kind_of_word(std::string_view word) const;

    lexicon::Table given_;
    lexicon::Table given_world_;
    lexicon::Table titles_;
    lexicon::PhraseIndex title_phrases_;
    lexicon::Table name_words_;
    lexicon::Table small_words_;
};

}  // namespace lede::entities
