#include "reading/whole_cutter.h"

#include <string>

namespace lede::reading {

std::optional<Result<RawRecord>> WholeCutter::next() {
    if (done_) return std::nullopt;
    done_ = true;
    while (window_.view().size() <= limits_.max_article && window_.grow()) {
    }
    if (window_.view().size() > limits_.max_article)
        return Result<RawRecord>(Error{{}, 1, 0, too_large(limits_.max_article)});
    RawRecord record{.format = format_, .bytes = std::string(window_.view())};
    window_.drop(window_.view().size());
    return Result<RawRecord>(std::move(record));
}

}  // namespace lede::reading
