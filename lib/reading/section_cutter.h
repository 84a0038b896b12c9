// SectionCutter: articles that follow each other in one file, each opened by a line of its own:
// <text …> in VRT, "From …" in a mail box.
//
//   <corpus>\n<text id="a">\nKim\nleft\n</text>\n<text id="b">…   ->  two records
//
// VRT whose first tag is another one is cut at that: <s> or <chapter n="1">. What stands before the
// first opening line is passed over, but tokens, which make a record of their own, and the comment
// that names the columns, which goes to the first record.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "reading/record_cutter.h"

namespace lede::reading {

class SectionCutter : public RecordCutter {
  public:
    // Requires: format is kVrt or kMail.
    SectionCutter(Format format, ByteWindow& window, CutterLimits limits)
        : format_(format), window_(window), limits_(std::move(limits)) {}

    std::optional<Result<RawRecord>> next() override;

  private:
    bool opens_section(std::string_view line, bool after_blank) const;
    bool opens_vrt_section(std::string_view line) const;
    // Notes what a line before the first record tells; true if the record begins with it.
    bool begins_at(std::string_view line);
    bool take_line(std::size_t& at, std::string_view& line);

    Format format_;
    ByteWindow& window_;
    CutterLimits limits_;
    std::uint64_t record_ = 0;
    bool started_ = false;
    std::string first_tag_;  // VRT: its name opens a section, too
    std::string columns_;    // VRT: the comment that names them
};

}  // namespace lede::reading
