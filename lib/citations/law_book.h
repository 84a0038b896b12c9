// LawBook: the instruments that Lede knows by name, and the forms that open a citation.
//
//   book.names.match("under the Patriot Act", 10) -> law {"USA PATRIOT Act", /us/pl/107/56}
//
// Made from the tables of `data/citations` and the user's own (`--laws`). Built once per finder, in
// a few milliseconds; read from many threads.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "citations/atoms.h"
#include "citations/name_trie.h"
#include "citations/user_laws.h"
#include "lexicon/lexicon.h"

namespace lede::citations {

struct Law {
    std::string_view name;
    CitationKind kind = CitationKind::kAct;
    Grammar grammar = Grammar::kLaw;
    std::string work;          // identifier; empty: known only by name
    std::string code;          // where it begins in the U.S. Code: "/us/usc/t22/s9201"
    std::string jurisdiction;  // "us", "uk", "eu", "us-ca", "ru"; empty: international
    std::uint16_t year = 0;
    Heads heads = 0;           // the nouns it may be called by
    std::string_view subject;  // words that describe it, blank-separated
    std::string url;           // only where it does not follow from `work`
    bool by_chapter = false;   // the number before a state's code is a chapter: "735 ILCS"
    bool paged = false;        // a register or session laws, cited by volume or year and page
};

struct LawBook {
    LawBook(const Lexicon& lexicon, std::vector<UserLaw> user_laws);

    std::vector<Law> laws;
    NameTrie names;
    NameTrie places;      // countries and states; `law` indexes place_codes, argument 1: adjective
    NameTrie provisions;  // "Section 230"; argument 1: whatever the text has cited before
    std::vector<std::string_view> place_codes;

    // The law of an index, or nullptr for kNone.
    const Law* law(std::uint32_t index) const { return index == kNone ? nullptr : &laws[index]; }

    // Whether a word is of a class of data/citations/name_words.tsv.
    bool is_name_word(std::string_view word, std::string_view word_class) const;

    // The section of the U.S. Code that a section of an act became: "/us/pl/82/414/s212" gives
    // "/us/usc/t8/s1182"; "" if not known.
    std::string_view code_section(std::string_view act_section) const;

    // Where a section of a state's code stands on the web, by data/citations/state_urls.tsv:
    // "/us-oh/code/s2903.01/a" -> "https://codes.ohio.gov/ohio-revised-code/section-2903.01"; "" if
    // not known.
    std::string state_url(std::string_view id) const;

  private:
    void read_places();
    void read_forms();
    void read_state_codes();
    void read_acts();
    void read_treaties();
    void read_instruments(std::string_view name, std::string_view jurisdiction);
    void read_provisions();
    void read_user_laws();
    void add_law(Law law, std::string_view aliases, std::string_view weak);
    void add_names(std::string_view aliases, bool weak, std::uint32_t law);

    std::vector<UserLaw> user_laws_;
    Lexicon lexicon_;  // the names are views of its bytes
    std::unordered_map<std::string_view, std::string_view> name_words_;  // word to class
    lexicon::Table act_sections_;
    lexicon::Table state_urls_;
};

// The nouns of a name that say what sort of instrument it is, and those they entail.
Heads heads_in(std::string_view name);

// "/us/usc/t22/s9201" of "22/9201"; "" of "".
std::string code_path(std::string_view place);

}  // namespace lede::citations
