// Annotator: from an Article to a Document, by the annotators in their fixed order.
//
//   Annotator annotator(lexicon, {});
//   Document document = annotator.annotate(std::move(article));
//
// citations come before dates ("42 U.S.C. 1983" is no year), both before entities, all before
// quotes. A layer is computed when it is asked for or when an asked one reads it; what is asked
// never changes what is computed.
#pragma once

#include <optional>

#include "citations/citation_finder.h"
#include "dates/date_finder.h"
#include "entities/entity_finder.h"
#include "lexicon/lexicon.h"
#include "model/document.h"
#include "pipeline/stage_times.h"
#include "quotes/quote_finder.h"
#include "tokens/tagger.h"
#include "tokens/tokenizer.h"

namespace lede::pipeline {

struct AnnotatorOptions {
    Layers layers = kDefaultLayers;
    // English only is analysed; articles known to be in another language get empty layers, unless
    // this is set.
    bool any_language = false;
    citations::CitationOptions citations;
    dates::DateOptions dates;
    entities::EntityOptions entities;
    quotes::QuoteOptions quotes;
};

class Annotator {
  public:
    Annotator(const Lexicon& lexicon, const AnnotatorOptions& options);

    // Computes the asked layers and what they need; `computed` names all of those. Safe from many
    // threads. Where `times` are given, what each stage took is added to them.
    Document annotate(Article article, StageTimes* times = nullptr) const;

    // The same for a document that has some layers already, from a record: keeps them and adds
    // those that are needed and absent. Requires: the document has its text.
    void complete(Document& document, StageTimes* times = nullptr) const;

    // The layers that `annotate` computes.
    Layers computes() const { return needed_; }

  private:
    void annotate_layers(Document& document, StageTimes* times) const;

    Layers needed_;
    bool any_language_;
    tokens::Tokenizer tokenizer_;
    // Those that a needed layer comes from; reading the tables of the others takes milliseconds.
    std::optional<tokens::Tagger> tagger_;
    std::optional<citations::CitationFinder> citations_;
    std::optional<dates::DateFinder> dates_;
    std::optional<entities::EntityFinder> entities_;
    std::optional<quotes::QuoteFinder> quotes_;
};

// The asked layers and every layer that computing them reads.
Layers closure(Layers asked);

}  // namespace lede::pipeline
