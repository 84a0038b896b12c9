// PrettyWriter: an annotated article to read on a terminal.
//
// The text with names, dates, laws and quotations marked by colour, then the lists that a reader
// looks for: people, organisations, places, dates, who said what, laws. This output is for people
// and may change; control characters of the article never reach the terminal.
#pragma once

#include <string>

#include "model/document.h"
#include "writing/document_format.h"

namespace lede::writing {

struct PrettyOptions {
    bool colour = false;
    bool with_text = true;
    std::size_t columns = 80;  // width to wrap at
};

class PrettyWriter : public DocumentFormat {
  public:
    explicit PrettyWriter(const PrettyOptions& options) : options_(options) {}

    void append(const Document& document, std::string& out) const override;

  private:
    PrettyOptions options_;
};

}  // namespace lede::writing
