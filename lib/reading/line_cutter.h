// LineCutter: one article a line (`--input lines`, JSONL, our own records).
//
//   "{…}\n\n{…}\r\n"   records 1 and 3; blank lines count but hold nothing
//
// A line ends at "\n"; a "\r" before it belongs to the line's end. A record's number is the number
// of its line. Under a filter the first line of an input always comes, so that the input is known,
// and so do lines that the window does not hold whole.
#pragma once

#include <utility>
#include <vector>

#include "reading/record_cutter.h"

namespace lede::reading {

class LineCutter : public RecordCutter {
  public:
    LineCutter(Format format, ByteWindow& window, CutterLimits limits)
        : format_(format), window_(window), limits_(std::move(limits)) {}

    std::optional<Result<RawRecord>> next() override;

  private:
    std::optional<std::size_t> line_end();
    Result<RawRecord> pass_over();
    void pass_unwanted_lines();
    void drop_lines(std::size_t size);

    Format format_;
    ByteWindow& window_;
    CutterLimits limits_;
    std::uint64_t line_ = 0;
    // Positions of the wanted lines before `filtered_`, the last first.
    std::vector<std::uint64_t> wanted_;
    std::uint64_t filtered_ = 0;
};

}  // namespace lede::reading
