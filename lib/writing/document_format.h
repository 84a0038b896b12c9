// DocumentFormat: a way to write Documents, one after the other, into one stream of bytes.
//
//   format.begin(out);  for (…) format.append(document, out);  format.end(out);
//
// A format keeps no state between documents, so that many threads append to strings of their own
// and the pieces are put together in order.
#pragma once

#include <string>

#include "model/document.h"

namespace lede::writing {

class DocumentFormat {
  public:
    DocumentFormat() = default;
    DocumentFormat(const DocumentFormat&) = delete;
    DocumentFormat& operator=(const DocumentFormat&) = delete;
    virtual ~DocumentFormat() = default;

    // What stands before the first document: a header line, the head of a page.
    virtual void begin(std::string& out) const { static_cast<void>(out); }
    // Appends one document. Safe from many threads.
    virtual void append(const Document& document, std::string& out) const = 0;
    // What stands after the last document.
    virtual void end(std::string& out) const { static_cast<void>(out); }
};

}  // namespace lede::writing
