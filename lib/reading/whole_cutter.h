// WholeCutter: the whole input is one article (plain text, an HTML page).
#pragma once

#include <utility>

#include "reading/record_cutter.h"

namespace lede::reading {

class WholeCutter : public RecordCutter {
  public:
    WholeCutter(Format format, ByteWindow& window, CutterLimits limits)
        : format_(format), window_(window), limits_(std::move(limits)) {}

    std::optional<Result<RawRecord>> next() override;

  private:
    Format format_;
    ByteWindow& window_;
    CutterLimits limits_;
    bool done_ = false;
};

}  // namespace lede::reading
