// HtmlWriter: articles as one web page for people, with every annotation highlighted.
//
// The page is one file that loads nothing and runs nothing, whatever the articles hold: all text
// is escaped, links go only to http and https, and a content security policy forbids scripts. It
// follows the reader's choice of light or dark.
#pragma once

#include <string>

#include "model/document.h"
#include "writing/document_format.h"

namespace lede::writing {

class HtmlWriter : public DocumentFormat {
  public:
    void begin(std::string& out) const override;
    void append(const Document& document, std::string& out) const override;
    void end(std::string& out) const override;
};

// Appends text with the five characters of HTML that mean something escaped, and control
// characters left out.
void append_html(std::string& out, std::string_view text);

}  // namespace lede::writing
