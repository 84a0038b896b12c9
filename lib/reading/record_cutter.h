// RecordCutter: cuts one input into the bytes of its articles, in order, in flat memory.
//
//   auto cutter = make_cutter(Format::kJsonl, window, {.max_article = 16 << 20});
//   while (auto record = cutter->next()) …        one JSON object each
//
// A cutter knows where an article begins and ends and nothing else of it. One that is larger than
// the limit is passed over without being held in memory, and reported.
#pragma once

#include <memory>
#include <optional>

#include "model/result.h"
#include "reading/byte_window.h"
#include "reading/line_filter.h"
#include "reading/raw_record.h"

namespace lede::reading {

class RecordCutter {
  public:
    virtual ~RecordCutter() = default;

    // The next record with `bytes`, `record`, `position`, `format` and `only_record` filled in, or
    // an Error with `record`, `position` and `what`; nothing at the end. Reading goes on after an
    // Error.
    virtual std::optional<Result<RawRecord>> next() = 0;
};

struct CutterLimits {
    std::uint64_t max_article = std::uint64_t{16} << 20;  // bytes
    LineFilter lines = nullptr;                           // where a line is an article
};

// Requires: `format` is not kAuto; `window` outlives the cutter and stands at its beginning.
std::unique_ptr<RecordCutter> make_cutter(Format format, ByteWindow& window,
                                          const CutterLimits& limits);

// "is larger than 16 MiB (--max-article)".
std::string too_large(std::uint64_t max_article);

}  // namespace lede::reading
