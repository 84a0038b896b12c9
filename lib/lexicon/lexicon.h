// Lexicon: all of Lede's knowledge: the tables and models of `data/`, compiled into the binary.
//
//   Lexicon lexicon;                                what this build carries
//   Lexicon lexicon("my-data");                     files of my-data/ replace those of the same
//   path lexicon.table("tokens/abbreviations")           the rows of data/tokens/abbreviations.tsv
//   lexicon.phrases("citations/treaties")           its phrase index ("# phrases:" in its head)
//   lexicon.file("tokens/tagger.model")             any other file, as bytes
//
// Cheap to copy; safe to read from many threads. Views stay valid as long as any copy lives.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/pack.h"
#include "lexicon/phrase_index.h"
#include "lexicon/table.h"

namespace lede {

class Lexicon {
  public:
    // Costs nothing: the compiled-in pack is read in place.
    Lexicon();

    // Compiles every file below `overrides`; a path that this build does not know is refused, so
    // that a misspelt name is not silently ignored. Throws std::runtime_error with file and line.
    explicit Lexicon(const std::filesystem::path& overrides);

    // Each throws std::runtime_error if there is no such file.
    lexicon::Table table(std::string_view name) const;
    lexicon::PhraseIndex phrases(std::string_view name) const;
    std::string_view file(std::string_view name) const;

    // Whether `file(name)` would find something.
    bool has(std::string_view name) const;

    // Paths of all entries as stored (".table", ".phrases", others), sorted.
    std::vector<std::string> entries() const;

  private:
    lexicon::Pack builtin_;
    std::shared_ptr<const std::string> override_bytes_;
    lexicon::Pack overrides_;
};

}  // namespace lede
