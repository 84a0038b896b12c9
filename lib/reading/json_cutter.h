// JsonCutter: the objects of a JSON array, or of objects that run over several lines.
//
//   [ {"text": "a"},\n  {"text": "b"} ]   ->   {"text": "a"} and {"text": "b"}
//
// Cuts by brackets and quotes alone; whether an object is valid is for its reader to say. After a
// broken one reading goes on at the next "{" outside it.
#pragma once

#include <utility>

#include "reading/record_cutter.h"

namespace lede::reading {

class JsonCutter : public RecordCutter {
  public:
    JsonCutter(ByteWindow& window, CutterLimits limits)
        : window_(window), limits_(std::move(limits)) {}

    std::optional<Result<RawRecord>> next() override;

  private:
    ByteWindow& window_;
    CutterLimits limits_;
    std::uint64_t record_ = 0;
};

// True if an input whose head begins with "{" holds one object a line.
bool is_one_object_a_line(std::string_view head);

}  // namespace lede::reading
