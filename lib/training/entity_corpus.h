// Entity corpora: BIO files as documents with labelled names, as the name model learns from them.
//
//   auto documents = read_entity_corpus("corpora/ner/wikigold.tsv", lexicon);
//
// Files: `token TAB label …` lines, a blank line after each sentence, "# doc = ID" before a
// document where the set has documents; else each sentence is a document of its own. The tokens are
// put back into running text and tokenized anew, so that training sees what reading sees. Labels
// are made alike across sets (`harmonise`): titles and articles leave the names, peoples are MISC
// wherever a table knows them, a bare country is LOC, names without any capital are dropped. What
// is cut off a name may hold names of its own ("Lee Chan of the Labour Party" as one person): it is
// unknown.
#pragma once

#include <array>
#include <filesystem>
#include <string>
#include <vector>

#include "entities/gazetteer.h"
#include "learning/bio.h"
#include "lexicon/lexicon.h"
#include "model/document.h"
#include "tokens/tokenizer.h"

namespace lede::training {

// Types of `LabelledSpan`, in this order.
inline constexpr std::array<std::string_view, 4> kCoarseTypes = {"PER", "ORG", "LOC", "MISC"};

struct EntityDocument {
    Document document;                          // tokens and sentences
    std::vector<learning::LabelledSpan> names;  // positions are tokens of the document
    std::vector<bool> unknown;  // by token: nothing is said of whether it stands in a name
    bool whole = false;         // a document of the source, not one sentence
};

class EntityCorpusReader {
  public:
    explicit EntityCorpusReader(const Lexicon& lexicon);

    // Throws std::runtime_error if the file cannot be read.
    std::vector<EntityDocument> read(const std::filesystem::path& path) const;

  private:
    void harmonise(EntityDocument& document) const;
    void add_peoples(EntityDocument& document) const;
    void cut_person(const Document& text, learning::LabelledSpan& name) const;
    void cut_owner(const Document& text, learning::LabelledSpan& name) const;
    bool is_title(const Document& text, const learning::LabelledSpan& name) const;
    std::uint32_t title_tokens(const Document& document, std::size_t begin, std::size_t end) const;

    tokens::Tokenizer tokenizer_;
    entities::Gazetteer gazetteer_;
    lexicon::PhraseIndex titles_;
};

// The same document with the case of all letters gone: what headlines and typing make of text.
// Offsets stay as they are; letters whose small form has another length stay too.
void lower_case(Document& document);

}  // namespace lede::training
