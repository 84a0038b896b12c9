// Gold: the gold files of one layer, scored against records, or written out as texts to annotate.
//
//   Gold gold("entities", {"ner/gum_news.tsv"}, lexicon);
//   gold.texts()            what lede-extract is to read
//   gold.score(records)     the layer's measures
//
// Layers and the form of their gold: tokens (CoNLL-U), entities (BIO, coarse types in the second
// column), names, dates, quotes, citations (JSON, one document a line).
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "evaluation/bio_text.h"
#include "evaluation/records.h"
#include "evaluation/tally.h"
#include "learning/treebank.h"
#include "lexicon/lexicon.h"

namespace lede::evaluation {

inline constexpr std::array<std::string_view, 6> kGoldLayers = {"tokens", "entities", "names",
                                                                "dates",  "quotes",   "citations"};

// A document as an annotator gets it; views of the Gold it came from.
struct GoldText {
    std::string_view id, text, published;
};

class Gold {
  public:
    // Reads the files. Throws std::runtime_error if one cannot be read or has another form.
    // Requires: `layer` is one of kGoldLayers.
    Gold(std::string layer, const std::vector<std::string>& paths, const Lexicon& lexicon);

    // The raw texts of the documents, in their order.
    std::vector<GoldText> texts() const;

    Scores score(const std::vector<Record>& system) const;

  private:
    std::string layer_;
    Lexicon lexicon_;
    std::vector<learning::TreebankDocument> treebank_;
    std::vector<BioDocument> bio_;
    std::vector<Record> records_;
};

}  // namespace lede::evaluation
