// LineCutter: one article a line (`--input lines`, JSONL, our own records).
//
//   "{…}\n\n{…}\r\n"   records 1 and 3; blank lines count but hold nothing
//
// A line ends at "\n"; a "\r" before it belongs to the line's end. A record's number is the number
// of its line.
#pragma once

#include "reading/record_cutter.h"

namespace lede::reading {

class LineCutter : public RecordCutter {
  public:
    LineCutter(Format format, ByteWindow& window, CutterLimits limits)
        : format_(format), window_(window), limits_(limits) {}

    std::optional<Result<RawRecord>> next() override;

  private:
    std::optional<std::size_t> line_end();
    Result<RawRecord> pass_over();

    Format format_;
    ByteWindow& window_;
    CutterLimits limits_;
    std::uint64_t line_ = 0;
};

}  // namespace lede::reading
