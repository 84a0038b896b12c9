// DocumentReader: from a raw record to a Document with the asked layers, for tools that consume
// documents: from one of Lede's own records where it has them, else by analysing the text.
//
//   lede-extract corpus/ | lede-search Q   and   lede-search Q corpus/   read the same documents
#pragma once

#include <stdexcept>

#include "model/document.h"
#include "model/result.h"
#include "pipeline/annotator.h"
#include "reading/article_parser.h"
#include "reading/raw_record.h"

namespace lede::pipeline {

// A record was written without its text, which words, names and layers are read from: likely all of
// them were, so the run cannot go on.
class MissingLayer : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

class DocumentReader {
  public:
    // Both are borrowed. `asked` are the layers that documents will have, whatever else the
    // annotator is set to compute on the way.
    DocumentReader(const reading::ArticleParser& parser, const Annotator& annotator, Layers asked)
        : parser_(parser), annotator_(annotator), asked_(asked) {}

    // An Error for bytes that are no article or no record of ours. Throws MissingLayer.
    // Safe from many threads.
    Result<Document> read(const reading::RawRecord& record) const;

  private:
    const reading::ArticleParser& parser_;
    const Annotator& annotator_;
    Layers asked_;
};

}  // namespace lede::pipeline
