// ConlluWriter: sentences, words and tags as CoNLL-U, with names in the last column.
//
//   # text = Kim didn't leave.
//   1      Kim     Kim     PROPN   NNP   _  _  _  _  Entity=B-PERSON|TokenRange=0:3
//   2-3    didn't  _       _       _     _  _  _  _  TokenRange=4:10
//   2      did     do      AUX     VBD   _  _  _  _  TokenRange=4:7
//
// Format: https://universaldependencies.org/format.html. There is no syntax: HEAD and DEPREL stay
// empty. TokenRange counts in the asked unit. Words that continue a surface token are a multiword
// token. Entity gives the type with B or I.
#pragma once

#include <string>

#include "model/document.h"
#include "text/offset_map.h"
#include "writing/document_format.h"

namespace lede::writing {

inline constexpr Layers kConlluLayers = {Layer::kBlocks,  Layer::kSentences, Layer::kTokens,
                                         Layer::kUpos,    Layer::kXpos,      Layer::kLemmas,
                                         Layer::kEntities};

class ConlluWriter : public DocumentFormat {
  public:
    explicit ConlluWriter(OffsetUnit unit) : unit_(unit) {}

    // Layers that the document lacks are written as "_". Linear.
    void append(const Document& document, std::string& out) const override;

  private:
    OffsetUnit unit_;
};

}  // namespace lede::writing
