// LawBook: the instruments that Lede knows by name, and the forms that open a citation.
//
//   book.names.match("under the Patriot Act", 10) -> law {"USA PATRIOT Act", /us/pl/107/56}
//
// Made from the tables of `data/citations` and the user's own (`--laws`). Built once per finder;
// read from many threads.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "citations/atoms.h"
#include "citations/name_trie.h"
#include "lexicon/lexicon.h"

namespace lede::citations {

struct Law {
    std::string_view name;
    CitationKind kind = CitationKind::kAct;
    Grammar grammar = Grammar::kLaw;
    std::string work;          // identifier; empty: known only by name
    std::string code;          // where it stands in the U.S. Code: "/us/usc/t22/s9201"
    std::string jurisdiction;  // "us", "uk", "eu", "us-ca", "ru"; empty: international
    std::uint16_t year = 0;
    std::string_view subject;  // words that describe it, blank-separated
    std::string url;           // only where it does not follow from `work`
};

struct LawBook {
    explicit LawBook(const Lexicon& lexicon);

    std::vector<Law> laws;
    NameTrie names;

    // The law that a form found in the text names outright, or nullptr.
    const Law* law(std::uint32_t index) const { return index == kNone ? nullptr : &laws[index]; }

  private:
    void read_forms(const Lexicon& lexicon);
    void read_acts(const Lexicon& lexicon);
    void read_treaties(const Lexicon& lexicon);
    void read_eu_acts(const Lexicon& lexicon);
    void read_uk_acts(const Lexicon& lexicon);
    void add_names(std::string_view aliases, bool weak, std::uint32_t law);

    Lexicon lexicon_;  // the names are views of its bytes
};

// "/us/usc/t22/s9201" of "22/9201"; "" of "".
std::string code_path(std::string_view place);

}  // namespace lede::citations
