// TimemlWriter: the temporal expressions of an article as TimeML, inline in its text.
//
//   <TIMEX3 tid="t1" type="DATE" value="2019-02-27">Feb. 27</TIMEX3>
//
// TimeML 1.2.1 as TempEval-3 uses it: the publication date is t0, the document creation time. One
// XML document per article; a stream of several has one after the other, each with its own head.
#pragma once

#include <string>

#include "model/document.h"
#include "writing/document_format.h"

namespace lede::writing {

class TimemlWriter : public DocumentFormat {
  public:
    void append(const Document& document, std::string& out) const override;
};

}  // namespace lede::writing
