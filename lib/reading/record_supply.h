// RecordSupply: raw records that come from a folder of another kind than articles in files, as an
// index is. Who knows such folders opens them; ArticleSource takes their records among the others.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "model/result.h"
#include "reading/raw_record.h"

namespace lede::reading {

class RecordSupply {
  public:
    virtual ~RecordSupply() = default;
    // The next record, with its `path_id`; nothing at the end.
    virtual std::optional<Result<RawRecord>> next() = 0;
};

// Folders that are opened as a whole, where they are named as inputs.
struct WholeFolders {
    std::function<bool(const std::string& path)> are_at = nullptr;
    std::function<std::unique_ptr<RecordSupply>(const std::string& path)> open = nullptr;
};

}  // namespace lede::reading
