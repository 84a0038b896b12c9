// WarcCutter: the pages of a web crawl (WARC 1.x, ISO 28500, and the older ARC).
//
//   WARC/1.0 · WARC-Type: response · WARC-Target-URI: https://a.example/1 · Content-Length: 973
//   -> the 973 bytes, with the address; requests, revisits, images and failures are passed over
//
// A record with a broken head or length is an Error, and reading goes on at the next line that
// opens a record. Records are never held whole unless they are articles.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "reading/record_cutter.h"

namespace lede::reading {

class WarcCutter : public RecordCutter {
  public:
    WarcCutter(ByteWindow& window, CutterLimits limits)
        : window_(window), limits_(std::move(limits)) {}

    std::optional<Result<RawRecord>> next() override;

  private:
    struct Head {
        bool is_arc = false;
        bool is_message = false;  // the block is an HTTP message
        bool is_wanted = false;
        std::string url, date, content_type;
        std::uint64_t size = 0;
    };

    bool skip_blank();
    std::optional<std::string_view> take_line(std::string& line);
    std::optional<std::string> read_warc_head(Head& head);
    std::optional<std::string> read_arc_head(std::string_view line, Head& head);
    Error broken(std::uint64_t position, std::string what);
    void resynchronize();
    std::optional<Result<RawRecord>> cut(const Head& head, std::uint64_t position);
    bool drop(std::uint64_t count);

    ByteWindow& window_;
    CutterLimits limits_;
    std::uint64_t record_ = 0;
};

}  // namespace lede::reading
